import { z } from 'zod';
import { ArchivedArticle } from '#contracts/articles/article.commands.js';
import { ArchivedComment } from '#contracts/comments/comment.commands.js';
import { ArchivedPerson } from '#contracts/people/person.commands.js';
import type { Attachment } from './galleries.js';

const article = ArchivedArticle.shape;
const comment = ArchivedComment.shape;

/** The author of an archive's article: an account here, without sign-in. */
export const ArchiveAuthor = ArchivedPerson.pick({ name: true, email: true });
export type ArchiveAuthor = z.infer<typeof ArchiveAuthor>;

/** An article to import; its time may be unknown. */
export const ArchiveArticle = ArchivedArticle.omit({ authorId: true }).extend({
  externalId: article.provenance.shape.externalId,
  publishedAt: article.publishedAt.nullable(),
  provenance: article.provenance.omit({ source: true, externalId: true }),
  author: ArchiveAuthor.optional(),
  /** Why it is not public; none if it is. */
  unpublished: z
    .object({ as: z.enum(['draft', 'submitted', 'private']), publishAt: z.iso.datetime().optional() })
    .optional(),
});
export type ArchiveArticle = z.infer<typeof ArchiveArticle>;

/** A comment to import, and its author; without a time of its own it gets that of its article. */
export const ArchiveComment = ArchivedComment.omit({
  articleId: true,
  personId: true,
  account: true,
  provenance: true,
}).extend({
  postedAt: comment.postedAt.nullable(),
  externalId: comment.provenance.shape.externalId,
  email: ArchivedPerson.shape.email,
  emailHash: ArchivedPerson.shape.emailHash,
});
export type ArchiveComment = z.infer<typeof ArchiveComment>;

/** Something that is not imported, and why. */
export interface Skipped {
  /** Such as `post, trash`, `comment, spam`. */
  reason: string;
  /** Its name in the file. */
  id: string;
  file: string;
  /** None of a draft that comes in. */
  line?: number;
  /** How many comments of an article are skipped with it. */
  comments?: number;
  /** The id of the parent that a reparented comment names. */
  parent?: string;
  /** The id here of a draft, by which editors open it. */
  articleId?: string;
}

/** The time of an item without a known time. */
export const beginningOfTime = '1970-01-01T00:00:00.000Z';

/** A file could not be read to its end; what was read before stays. */
export class BadArchive extends Error {}

/** Takes what a reader finds at once, so that nothing accumulates in memory. An item is an article of a file, by a number. */
export interface ArchiveSink {
  newItem(): number;
  /** The item for an id of the file, whether it was read already or not. */
  itemOf(source: string, externalId: string): number;
  addComment(item: number, comment: ArchiveComment, line: number): void;
  /**
   * Sets what an item is. `isWhole` if the file can hold nothing more of it.
   * @returns false if the archive has this article already.
   */
  setArticle(item: number, source: string, article: ArchiveArticle, isWhole: boolean): boolean;
  /** Removes an item's comments. @returns how many. */
  dropItem(item: number): number;
  skip(skipped: Omit<Skipped, 'file'>): void;
  /** Reports how many characters that XML forbids were ignored. */
  passOver(characters: number): void;
  /** Takes a file of the blog, which galleries name by its id. */
  addAttachment?(source: string, attachment: Attachment): void;
  /** Reports a skipped post with a password, as it would have been imported without one, and the number of its comments. */
  foundProtected?(source: string, article: ArchiveArticle, comments: number): void;
}
