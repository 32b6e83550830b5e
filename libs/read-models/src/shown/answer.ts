/**
 * Kinds of answers that have versions: lists of articles, an article, its comments with the names they were posted under
 * or with present names, and what the site says of itself.
 */
export const answers = ['lists', 'articles', 'threads', 'threads-current', 'site'] as const;
export type Answer = (typeof answers)[number];
