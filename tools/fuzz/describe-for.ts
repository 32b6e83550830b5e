interface Parameter {
  in: string;
  name: string;
  schema?: object;
}
type Operation = { parameters?: Parameter[]; responses: Record<string, object> };
export interface ApiDescription {
  paths: Record<string, Record<string, Operation>>;
}

/** Routes that end the token they are called with: called last, because everything after them is a 401. */
const ending = ['DELETE /api/user/sessions', 'POST /api/me/token'];

const each = (document: ApiDescription) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

/**
 * The API's description for the fuzzer: without `default`, which would document every status, and with ids of existing
 * objects among the generated ones.
 */
export function describeFor(
  document: ApiDescription,
  known: Record<string, string>,
): Record<'before' | 'ending', ApiDescription> {
  const strict = structuredClone(document);
  for (const { path, operation } of each(strict)) {
    delete operation.responses['default'];
    for (const parameter of operation.parameters ?? []) {
      const name = parameter.name === 'id' ? `${path.split('/')[2]} id` : parameter.name;
      const real = known[name];
      if (parameter.in !== 'path' || real === undefined) continue;
      parameter.schema = { anyOf: [{ enum: [real] }, parameter.schema ?? { type: 'string' }] };
    }
  }
  const only = (wanted: boolean): ApiDescription => {
    const part = structuredClone(strict);
    for (const { path, method } of each(part)) {
      if (ending.includes(`${method.toUpperCase()} ${path}`) === wanted) continue;
      delete part.paths[path]?.[method];
    }
    return part;
  };
  return { before: only(false), ending: only(true) };
}
