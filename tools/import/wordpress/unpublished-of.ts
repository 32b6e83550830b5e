import type { ArchiveArticle } from '../archive.js';

type Unpublished = NonNullable<ArchiveArticle['unpublished']>;

const kinds = new Map<string, Unpublished['as']>([
  ['draft', 'draft'],
  ['pending', 'submitted'],
  ['private', 'private'],
  ['future', 'draft'],
]);

/** Statuses of posts that WordPress shows to nobody but its editors. */
export const unpublishedStatuses: ReadonlySet<string> = new Set(kinds.keys());

/**
 * Why a post is not public: undefined if it is. One whose time has come since the export was written is, as its blog has
 * published it then.
 */
export function unpublishedOf(status = 'publish', publishedAt?: string): Unpublished | undefined {
  const as = kinds.get(status);
  if (as === undefined || status !== 'future' || publishedAt === undefined) return as && { as };
  return Date.parse(publishedAt) <= Date.now() ? undefined : { as, publishAt: publishedAt };
}
