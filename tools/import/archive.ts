import type { z } from 'zod';
import { ArchivedArticle } from '#contracts/articles/article.commands.js';
import { ArchivedComment } from '#contracts/comments/comment.commands.js';
import { ArchivedPerson } from '#contracts/people/person.commands.js';
import type { Attachment } from './galleries.js';

const article = ArchivedArticle.shape;
const comment = ArchivedComment.shape;

/** Who wrote an article there: an account here, without sign-in. */
export const ArchiveAuthor = ArchivedPerson.pick({ name: true, email: true });
export type ArchiveAuthor = z.infer<typeof ArchiveAuthor>;

/** An article on its way in; its time may be unknown. */
export const ArchiveArticle = ArchivedArticle.omit({ authorId: true }).extend({
  externalId: article.provenance.shape.externalId,
  publishedAt: article.publishedAt.nullable(),
  provenance: article.provenance.omit({ source: true, externalId: true }),
  author: ArchiveAuthor.optional(),
});
export type ArchiveArticle = z.infer<typeof ArchiveArticle>;

/** A comment on its way in, and who wrote it; without a time of its own it takes that of its article. */
export const ArchiveComment = ArchivedComment.omit({ articleId: true, personId: true, provenance: true }).extend({
  postedAt: comment.postedAt.nullable(),
  externalId: comment.provenance.shape.externalId,
  email: ArchivedPerson.shape.email,
  emailHash: ArchivedPerson.shape.emailHash,
});
export type ArchiveComment = z.infer<typeof ArchiveComment>;

/** Something that does not come in, and why. */
export interface Skipped {
  /** Such as `post, trash`, `comment, spam`. */
  reason: string;
  /** What the file calls it. */
  id: string;
  file: string;
  line: number;
  /** How many comments an article takes with it. */
  comments?: number;
  /** The id of the parent that a reparented comment names. */
  parent?: string;
}

/** The time of what nobody knows a time of. */
export const beginningOfTime = '1970-01-01T00:00:00.000Z';

/** A file could not be read to its end; what came before stays. */
export class BadArchive extends Error {}

/** Takes what a reader finds, at once, so that nothing is kept in memory. An item is an article of a file, by a number. */
export interface ArchiveSink {
  newItem(): number;
  /** The item that a file names by its own id, whether it came already or not. */
  itemOf(source: string, externalId: string): number;
  addComment(item: number, comment: ArchiveComment, line: number): void;
  /**
   * Says what an item is. `isWhole` where nothing more of it can come in this file.
   * @returns false where the archive has this article already.
   */
  setArticle(item: number, source: string, article: ArchiveArticle, isWhole: boolean): boolean;
  /** Takes an item's comments out again. @returns how many. */
  dropItem(item: number): number;
  skip(skipped: Omit<Skipped, 'file'>): void;
  /** Says how many characters of the file that XML forbids were passed over. */
  passOver(characters: number): void;
  /** Takes a file of the blog, which galleries name by its id. */
  addAttachment?(source: string, attachment: Attachment): void;
  /** Says which post with a password was skipped, as it would have come in without one, and its comments' number. */
  foundProtected?(source: string, article: ArchiveArticle, comments: number): void;
}
