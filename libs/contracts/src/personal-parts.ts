import { z } from 'zod';
import { eventSchemas, isKnownType } from './events.js';
import type { Marking } from './personal.js';
import type { PersonalField } from './personal-fields.js';

type Path = readonly string[];

/** Where in an event's data a personal field is, and where it says whose it is. */
export interface PersonalPart {
  path: Path;
  field: PersonalField;
  owners: readonly Path[];
}

const parts = new Map(Object.entries(eventSchemas).map(([type, schema]) => [type, partsIn(schema, [])]));

/** The personal fields that events of a type may have; none of a type that is not in the contract. */
export const personalPartsOf = (type: string): readonly PersonalPart[] =>
  isKnownType(type) ? (parts.get(type) ?? []) : [];

function partsIn(schema: z.core.$ZodType, path: Path): PersonalPart[] {
  const marking = z.globalRegistry.get(schema)?.['personalField'] as Marking | undefined;
  if (marking) {
    return [{ path, field: marking.field, owners: marking.owners.map((owner) => owner.split('.')) }];
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return partsIn(schema.unwrap(), path);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([name, inside]) =>
    partsIn(inside, [...path, name]),
  );
}

/** What stands at a path in an event's data; undefined where there is nothing. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}

/** The data with another value at a path that is there; what lies beside it is shared. */
export function withValueAt(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const object = data as Record<string, unknown>;
  return { ...object, [step]: withValueAt(object[step], rest, value) };
}
