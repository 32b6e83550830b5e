import { z } from 'zod';
import { PageOfList } from '../answers/page-of-list.js';

/** The part of the list of articles that a query string asks for: behind an article, or after the first `offset`. */
export const PageOfArticles = z
  .object({
    limit: PageOfList.shape.limit,
    offset: PageOfList.shape.offset.removeDefault().optional(),
    after: z.uuid('must be the id of an article').optional(),
  })
  .superRefine(({ offset, after }, { addIssue }) => {
    if (offset === undefined || after === undefined) return;
    addIssue({ code: 'custom', path: ['offset'], message: 'cannot be given with after' });
  });
export type PageOfArticles = z.infer<typeof PageOfArticles>;
