import { z } from 'zod';
import { maxMatchesRanked } from '#read-models/search-document/read-search-matches.js';
import { wholeNumber } from '../answers/page-of-list.js';

/** Characters that one may search for. */
export const longestSearch = 200;
const longestName = 1_000;
/** Results in one answer. */
export const maxResults = 50;

const given = z.string({ error: (issue) => (issue.input === undefined ? 'cannot be blank' : 'is given twice') });
const typed = given
  .trim()
  .min(1, 'cannot be blank')
  .max(longestSearch, `is too long (maximum is ${longestSearch} characters)`);
const name = given.max(longestName, `is too long (maximum is ${longestName} characters)`).optional();

const dayMs = 86_400_000;
const notATime = 'must be a day, as 2026-01-02, or a moment, as 2026-01-02T03:04:05Z';
/** With more characters of a second it is none. */
const longestTime = 40;
const time = z.union([z.iso.date(), z.iso.datetime({ offset: true }).max(longestTime)], { error: notATime });
const lastMs = Date.UTC(9999, 11, 31);
const toTime = (ms: number, { addIssue }: z.RefinementCtx) => {
  if (ms >= 0 && ms <= lastMs) return new Date(ms).toISOString();
  addIssue({ code: 'custom', message: 'is not between 1970 and 9999' });
  return z.NEVER;
};
const from = time.transform((at, context) => toTime(Date.parse(at), context));
/** A day is meant with all of it. */
const to = time.transform((at, context) => toTime(Date.parse(at) + (at.includes('T') ? 0 : dayMs), context));

/** What a query string of a search asks for. Days are of UTC. */
export const WantedSearch = z.object({
  q: typed,
  kind: z.enum(['article', 'comment'], { error: 'must be article or comment' }).optional(),
  section: name,
  author: name,
  from: from.optional(),
  to: to.optional(),
  limit: wholeNumber(1, maxResults).default(20),
  offset: wholeNumber(0, maxMatchesRanked).default(0),
});
export type WantedSearch = z.infer<typeof WantedSearch>;

export const WantedSuggestions = z.object({ q: typed });
