import { z } from 'zod';

/** A number of a query string. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string({ error: 'is given twice' })
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

/** The part of a list that a query string asks for: `limit` entries, 20 by default, after the first `offset`. */
export const PageOfList = z.object({
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
});
export type PageOfList = z.infer<typeof PageOfList>;
