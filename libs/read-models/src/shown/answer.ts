/**
 * Kinds of answers that have versions: lists of articles, an article, and its comments with the names they were posted
 * under or with present names.
 */
export const answers = ['lists', 'articles', 'threads', 'threads-current'] as const;
export type Answer = (typeof answers)[number];
