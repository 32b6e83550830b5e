import { z } from 'zod';
import { momentTime } from '#contracts/utc-time.js';
import { maxArticlesInList } from '#read-models/article-page/read-article-list.js';
import { PageOfList, wholeNumber } from '../answers/page-of-list.js';

/** Code points of a name or a tag that is asked for; none is longer. */
const longestName = 1_000;

const name = z
  .string({ error: 'is given twice' })
  .max(longestName, `is too long (maximum is ${longestName} characters)`)
  .optional();

const authorId = z.uuid('must be the id of an account').optional();

const time = momentTime().optional();

/** The part of a list of articles that a query string asks for: behind an article, or after the first `offset`. */
const page = {
  limit: wholeNumber(1, maxArticlesInList).default(20),
  offset: PageOfList.shape.offset.removeDefault().optional(),
  after: z.uuid('must be the id of an article').optional(),
};

function refuseBoth({ offset, after }: { offset?: unknown; after?: unknown }, { addIssue }: z.RefinementCtx): void {
  if (offset === undefined || after === undefined) return;
  addIssue({ code: 'custom', path: ['offset'], message: 'cannot be given with after' });
}

export const PageOfFeed = z.object(page).superRefine(refuseBoth);
const filterShape = {
  ...{ tag: name, section: name, author: name, favorited: name, source: name },
  ...{ from: time, to: time, authorId },
};

/** In the order in which a list is named. */
export const filters = Object.keys(filterShape) as (keyof typeof filterShape)[];

export const PageOfArticles = z.object({ ...page, ...filterShape }).superRefine(refuseBoth);
export type PageOfArticles = z.infer<typeof PageOfArticles>;
