import { createHash } from 'node:crypto';
import { field } from '#lib/field.js';

/** Short hashes of what stands in the fields of a form, by which is told what somebody has changed in it. */
export const marksOf = <Name extends string>(form: Readonly<Record<Name, string>>, names: readonly Name[]): string =>
  names.map((name) => createHash('sha256').update(form[name]).digest('base64url').slice(0, 16)).join(' ');

/**
 * Takes out of a form each field that stands as it was given, so that it does not overwrite what another has made of it.
 * @param marks the field with the marks of what was given; a form without it is left whole
 */
export function leaveChanged(data: FormData, names: readonly string[], marks: string): void {
  const given = field(data, marks).split(' ');
  const now = marksOf(Object.fromEntries(names.map((name) => [name, field(data, name)])), names).split(' ');
  for (const [index, name] of names.entries()) if (given[index] === now[index]) data.delete(name);
}
