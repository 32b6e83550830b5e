import { choicesOf, fitIn, type JsonSchema, typesOf, valuesOf } from './json-schema.js';

/**
 * How a changed answer breaks a client of the former description: something it reads is removed, becomes optional, or
 * changes its type. Additions break nobody: clients ignore unknown fields.
 * @param at its path, such as `.article`.
 */
export function answerBreaks(before: JsonSchema, now: JsonSchema, at = ''): string[] {
  if (choicesOf(before) ?? choicesOf(now)) return choiceBreaks(before, now, at);
  const breaks: string[] = [];
  if (!fitIn(typesOf(now), typesOf(before))) breaks.push(`${at} is ${said(now)} instead of ${said(before)}`);
  if (before.format !== undefined && now.format !== before.format) breaks.push(`${at} is no ${before.format}`);
  for (const value of valuesOf(before) ?? []) {
    const values = valuesOf(now);
    if (values && !values.includes(value)) breaks.push(`${at} is never ${JSON.stringify(value)}`);
  }
  return [...breaks, ...fieldBreaks(before, now, at), ...insideBreaks(before, now, at)];
}

function fieldBreaks(before: JsonSchema, now: JsonSchema, at: string): string[] {
  return Object.entries(before.properties ?? {}).flatMap(([name, schema]) => {
    const field = now.properties?.[name];
    if (!field) return [`${at}.${name} is gone`];
    const isMissing = before.required?.includes(name) && !now.required?.includes(name);
    return [...(isMissing ? [`${at}.${name} may be missing`] : []), ...answerBreaks(schema, field, `${at}.${name}`)];
  });
}

function insideBreaks(before: JsonSchema, now: JsonSchema, at: string): string[] {
  const [values, valuesNow] = [before.additionalProperties, now.additionalProperties];
  const areSchemas = typeof values === 'object' && typeof valuesNow === 'object';
  return [
    ...(before.items && now.items ? answerBreaks(before.items, now.items, `${at}[]`) : []),
    ...(areSchemas ? answerBreaks(values, valuesNow, `${at}.*`) : []),
  ];
}

/** Each present choice must be one that a client knows. */
function choiceBreaks(before: JsonSchema, now: JsonSchema, at: string): string[] {
  const known = choicesOf(before) ?? [before];
  const isKnown = (choice: JsonSchema) => known.some((one) => answerBreaks(one, choice).length === 0);
  return (choicesOf(now) ?? [now]).every(isKnown) ? [] : [`${at} may be something else`];
}

const said = (schema: JsonSchema): string => typesOf(schema)?.join(' or ') ?? 'anything';
