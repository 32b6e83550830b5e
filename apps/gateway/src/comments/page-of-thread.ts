import { z } from 'zod';
import { wholeNumber } from '../answers/page-of-list.js';
import { maxCommentsInAnswer } from './thread-limits.js';
import { threadOrders } from './thread-order.js';

/** The id of a comment in a query string. */
export const commentId = z.string({ error: 'is given twice' }).regex(/^[1-9]\d{0,14}$/, 'must be the id of a comment');

/** The comment beside which a page stands: it begins after it, ends before it, or contains it. */
export const anchors = ['after', 'before', 'around'] as const;

/** The part of a thread that a query string asks for, and its order. */
export const PageOfThread = z
  .object({
    order: z.enum(threadOrders, `must be one of ${threadOrders.join(', ')}`).optional(),
    after: commentId.optional(),
    before: commentId.optional(),
    around: commentId.optional(),
    limit: wholeNumber(1, maxCommentsInAnswer).optional(),
    parents: z
      .enum(['true', 'false'], 'must be true or false')
      .transform((given) => given === 'true')
      .optional(),
  })
  .superRefine((page, { addIssue }) => {
    const [first, ...others] = anchors.filter((each) => page[each] !== undefined);
    for (const other of others) addIssue({ code: 'custom', path: [other], message: `cannot be given with ${first}` });
  });
export type PageOfThread = z.infer<typeof PageOfThread>;

/** Whether it is the order of time from a comment on, which needs no knowledge of the whole thread. */
export const isPlain = ({ order = 'oldest', before, around, parents = false }: PageOfThread): boolean =>
  order === 'oldest' && before === undefined && around === undefined && !parents;

/** Comments beside which the pages before and behind this one stand. */
export interface Beside {
  before?: string | undefined;
  after?: string | undefined;
}

/** The Link header (RFC 8288) to the pages beside one, with its other parameters; undefined if there are none. */
export function linkBeside(
  slug: string,
  { limit, order, parents = false }: PageOfThread,
  { after, before }: Beside,
): string | undefined {
  const kept = [
    ...(limit === undefined ? [] : [`limit=${limit}`]),
    ...(order === undefined ? [] : [`order=${order}`]),
    ...(parents ? ['parents=true'] : []),
  ];
  const link = (anchor: string, rel: string) =>
    `</api/articles/${encodeURIComponent(slug)}/comments?${[anchor, ...kept].join('&')}>; rel="${rel}"`;
  const links = [
    ...(after === undefined ? [] : [link(`after=${after}`, 'next')]),
    ...(before === undefined ? [] : [link(`before=${before}`, 'prev')]),
  ];
  return links.length > 0 ? links.join(', ') : undefined;
}
