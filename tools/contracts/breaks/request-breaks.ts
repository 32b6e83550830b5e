import { choicesOf, fitIn, type JsonSchema, typesOf, valuesOf } from './json-schema.js';

/**
 * How a changed request breaks a client of the former description: something it sends is no longer accepted, or something
 * else is required.
 * @param at its path, such as `.comment`.
 */
export function requestBreaks(before: JsonSchema, now: JsonSchema, at = ''): string[] {
  if (choicesOf(before) ?? choicesOf(now)) return choiceBreaks(before, now, at);
  const breaks: string[] = [];
  if (!fitIn(typesOf(before), typesOf(now))) breaks.push(`${at} must be ${typesOf(now)?.join(' or ')}`);
  for (const value of valuesOf(before) ?? []) {
    if (!(valuesOf(now)?.includes(value) ?? true)) breaks.push(`${at} may not be ${JSON.stringify(value)}`);
  }
  if (valuesOf(now) && !valuesOf(before)) breaks.push(`${at} must be one of ${JSON.stringify(valuesOf(now))}`);
  return [
    ...breaks,
    ...narrowed(before, now, at),
    ...fieldBreaks(before, now, at),
    ...(before.items && now.items ? requestBreaks(before.items, now.items, `${at}[]`) : []),
  ];
}

const mosts = ['maxLength', 'maximum', 'maxItems'] as const;
const leasts = ['minLength', 'minimum', 'minItems'] as const;

function narrowed(before: JsonSchema, now: JsonSchema, at: string): string[] {
  return [
    ...mosts.filter((most) => (now[most] ?? Infinity) < (before[most] ?? Infinity)),
    ...leasts.filter((least) => (now[least] ?? -Infinity) > (before[least] ?? -Infinity)),
    ...(['format', 'pattern'] as const).filter((rule) => now[rule] !== undefined && now[rule] !== before[rule]),
  ].map((rule) => `${at} has ${rule} ${String(now[rule])}`);
}

function fieldBreaks(before: JsonSchema, now: JsonSchema, at: string): string[] {
  const needed = (now.required ?? []).filter((name) => !before.required?.includes(name));
  const fields = Object.entries(before.properties ?? {}).flatMap(([name, schema]) => {
    const field = now.properties?.[name];
    return field ? requestBreaks(schema, field, `${at}.${name}`) : [`${at}.${name} is not taken`];
  });
  const isClosed = now.additionalProperties === false && before.additionalProperties !== false;
  if (isClosed) fields.push(`${at} takes no other field`);
  return [...needed.map((name) => `${at}.${name} is needed`), ...fields];
}

/** Each former choice must still be accepted. */
function choiceBreaks(before: JsonSchema, now: JsonSchema, at: string): string[] {
  const taken = choicesOf(now) ?? [now];
  const isTaken = (choice: JsonSchema) => taken.some((one) => requestBreaks(choice, one).length === 0);
  return (choicesOf(before) ?? [before]).every(isTaken) ? [] : [`${at} is taken in fewer ways`];
}
