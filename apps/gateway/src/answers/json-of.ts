import serialiserOf from 'fast-json-stringify';
import type { z } from 'zod';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';

const made = new WeakMap<JsonSchema, (answer: unknown) => string>();

/** What writes answers of a JSON Schema, made once: the same schema stands at several routes. */
export function jsonBySchema(schema: JsonSchema): (answer: unknown) => string {
  const write = made.get(schema) ?? serialiserOf(schema);
  made.set(schema, write);
  return write;
}

/**
 * What writes answers as JSON: the fields of the schema and no others, whatever else an object has.
 * @returns a function that throws Error where a field is missing.
 */
export const jsonOf = <Schema extends z.ZodType>(schema: Schema): ((answer: z.infer<Schema>) => string) =>
  jsonBySchema(jsonSchemaOf(schema, 'output'));
