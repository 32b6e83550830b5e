import { z } from 'zod';

/** One line of an event's table. */
export interface FieldRow {
  field: string;
  type: string;
  meaning: string;
}

/** The parts of a JSON Schema that are read, as zod writes it. */
interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  description?: string;
  enum?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

const isSealed = ({ pattern }: Schema) => pattern?.startsWith('^s1') === true;

/** The fields of an event's data in order; nested ones as `author.name`. */
export function fieldRows(schema: z.ZodType): FieldRow[] {
  return rowsOf(z.toJSONSchema(schema) as Schema, '');
}

function rowsOf({ properties = {}, required = [] }: Schema, within: string): FieldRow[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = `${within}${name}`;
    const type = `${typeOf(schema)}${required.includes(name) ? '' : ', optional'}`;
    const meaning = isSealed(schema) && /AES/.test(schema.description ?? '') ? '' : (schema.description ?? '');
    const inside = schema.properties ? rowsOf(schema, `${field}.`) : [];
    return [{ field: `\`${field}\``, type, meaning }, ...inside];
  });
}

function typeOf(schema: Schema): string {
  if (isSealed(schema)) return '**sealed** text';
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  return schema.format ?? schema.type ?? 'anything';
}
