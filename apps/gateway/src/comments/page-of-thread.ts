import { z } from 'zod';
import { wholeNumber } from '../answers/page-of-list.js';
import { maxCommentsInAnswer } from './thread-limits.js';

/** The part of a thread that a query string asks for: after which comment, and how many. */
export const PageOfThread = z.object({
  after: z
    .string({ error: 'is given twice' })
    .regex(/^[1-9]\d{0,14}$/, 'must be the id of a comment')
    .optional(),
  limit: wholeNumber(1, maxCommentsInAnswer).optional(),
});
export type PageOfThread = z.infer<typeof PageOfThread>;

/** The Link header to the comments after this one (RFC 8288). */
export const linkBehind = (path: string, commentId: string, limit?: number): string =>
  `<${path}?after=${commentId}${limit === undefined ? '' : `&limit=${limit}`}>; rel="next"`;
