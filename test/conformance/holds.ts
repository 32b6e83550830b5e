const operators: Record<string, (value: unknown, wanted: unknown) => boolean> = {
  '==': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '>=': (value, wanted) => typeof value === 'number' && value >= Number(wanted),
  contains: (value, wanted) =>
    Array.isArray(value) ? value.includes(wanted) : typeof value === 'string' && value.includes(String(wanted)),
  matches: (value, wanted) => typeof value === 'string' && new RegExp(String(wanted)).test(value),
};

const kinds: Record<string, (value: unknown) => boolean> = {
  isString: (value) => typeof value === 'string',
  isBoolean: (value) => typeof value === 'boolean',
  isInteger: (value) => Number.isInteger(value),
  isList: (value) => Array.isArray(value),
  isEmpty: (value) => value === '' || (Array.isArray(value) && value.length === 0),
  exists: (value) => value !== undefined,
};

/** Whether a value satisfies a predicate of Hurl. @throws Error for an unknown predicate. */
export function holds(value: unknown, predicate: string): boolean {
  if (predicate.startsWith('not ')) return !holds(value, predicate.slice(4));
  if (predicate.startsWith('count ')) return holds(Array.isArray(value) ? value.length : undefined, predicate.slice(6));
  const kind = kinds[predicate];
  if (kind) return kind(value);
  const [, name = '', wanted = ''] = /^(\S+) (.+)$/.exec(predicate) ?? [];
  const operator = operators[name];
  if (!operator) throw new Error(`the predicate is not known: ${predicate}`);
  return operator(value, literal(wanted));
}

function literal(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The value at `$.name[0].name` of a document; undefined if there is none. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[(\d+)\]/g)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string, unknown>)[name ?? index ?? ''];
  }
  return value;
}
