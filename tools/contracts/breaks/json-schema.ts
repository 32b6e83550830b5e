/** The parts of a JSON Schema that are compared, as zod and the routes write it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  maxLength?: number;
  minLength?: number;
  maximum?: number;
  minimum?: number;
  maxItems?: number;
  minItems?: number;
}

/** The types a value may have; undefined for any. */
export const typesOf = ({ type }: JsonSchema): string[] | undefined => (type === undefined ? undefined : [type].flat());

/** The listed values; undefined for any. */
export const valuesOf = (schema: JsonSchema): unknown[] | undefined =>
  'const' in schema ? [schema.const] : schema.enum;

export const choicesOf = (schema: JsonSchema): JsonSchema[] | undefined => schema.anyOf ?? schema.oneOf;

/** Whether the second types include all of the first; an integer is a number. */
export const fitIn = (types: string[] | undefined, most: string[] | undefined): boolean =>
  most === undefined ||
  (types?.every((type) => most.includes(type) || (type === 'integer' && most.includes('number'))) ?? false);
