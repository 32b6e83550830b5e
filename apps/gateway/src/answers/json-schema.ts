import { z } from 'zod';

/** A JSON Schema of draft 2020-12, which is that of OpenAPI 3.1. */
export type JsonSchema = Record<string, unknown>;

const made = { input: new WeakMap<z.ZodType, JsonSchema>(), output: new WeakMap<z.ZodType, JsonSchema>() };

/**
 * The JSON Schema of what is sent to us (`input`) or of what we answer (`output`), made once: the document describes by it,
 * and answers are written by it.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const known = made[io].get(schema);
  if (known) return known;
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // A format says it in a word; the pattern beside it fills half a page.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      joinNull(jsonSchema);
    },
  });
  made[io].set(schema, rest);
  return rest;
}

/** `["string", "null"]` in place of a choice of two: it says the same, and is written without trying both. */
function joinNull(schema: JsonSchema): void {
  const [some, none, ...others] = (schema['anyOf'] ?? []) as JsonSchema[];
  if (some === undefined || none?.['type'] !== 'null' || others.length > 0 || typeof some['type'] !== 'string') return;
  delete schema['anyOf'];
  const values = some['enum'] as unknown[] | undefined;
  Object.assign(
    schema,
    { ...some, ...schema },
    { type: [some['type'], 'null'] },
    values && { enum: [...values, null] },
  );
}
