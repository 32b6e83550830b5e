import serialiserOf from 'fast-json-stringify';
import type { z } from 'zod';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';

const made = new WeakMap<JsonSchema, (answer: unknown) => string>();

/** The serialiser of each JSON Schema, made once, because several routes have the same schema. */
export function jsonBySchema(schema: JsonSchema): (answer: unknown) => string {
  const write = made.get(schema) ?? serialiserOf(schema);
  made.set(schema, write);
  return write;
}

/**
 * Makes the serialiser of a JSON Schema. It writes the fields of the schema only, whatever other fields an object has.
 * @returns a function that throws Error if a field is missing.
 */
export const jsonOf = <Schema extends z.ZodType>(schema: Schema): ((answer: z.infer<Schema>) => string) =>
  jsonBySchema(jsonSchemaOf(schema, 'output'));
