/**
 * Kinds of answers that have versions: lists of articles, an article, its comments under the names they were posted by, and
 * under the names of today.
 */
export const answers = ['lists', 'articles', 'threads', 'threads-current'] as const;
export type Answer = (typeof answers)[number];
