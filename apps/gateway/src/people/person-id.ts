import { z } from 'zod';
import { notFound } from '#http/problem.js';

/** The id in a path. @throws Problem 404 where it is none. */
export function personIdOf(id: string): string {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw notFound('person');
  return parsed.data;
}
