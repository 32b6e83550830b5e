import { z } from 'zod';

/** A JSON Schema of draft 2020-12, the version that OpenAPI 3.1 uses. */
export type JsonSchema = Record<string, unknown>;

const made = { input: new WeakMap<z.ZodType, JsonSchema>(), output: new WeakMap<z.ZodType, JsonSchema>() };

/**
 * The JSON Schema of a request body (`input`) or of an answer (`output`), made once: it stands in the document, and
 * answers are serialised by it.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const known = made[io].get(schema);
  if (known) return known;
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The format is enough; zod's pattern beside it fills half a page.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      joinNull(jsonSchema);
    },
  });
  made[io].set(schema, rest);
  return rest;
}

/** Writes `["string", "null"]` in place of `anyOf`: it means the same, and the serialiser need not try both. */
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
