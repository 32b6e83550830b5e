import type { z } from 'zod';
import { ArchivedArticle } from '#contracts/articles/article.commands.js';
import { ArchivedComment } from '#contracts/comments/comment.commands.js';
import { ArchivedPerson } from '#contracts/people/person.commands.js';

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

/** A comment on its way in, and who wrote it. */
export const ArchiveComment = ArchivedComment.omit({ articleId: true, personId: true, provenance: true }).extend({
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
}

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
}
