import { z } from 'zod';
import { notFound } from '#http/problem.js';

/** The person's id in a path. @throws Problem 404 if it is no uuid. */
export function personIdOf(id: string): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw notFound('person');
  return parsed.data;
}
