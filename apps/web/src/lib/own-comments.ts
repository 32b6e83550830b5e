import type { Comment } from './answers.js';

/** What a reader may do with the comments of a page. The comments service has the last word. */
export interface OwnComments {
  mayEdit(comment: Comment): boolean;
  mayDelete(comment: Comment): boolean;
  /** Where a moderator reads what it has said before; undefined: it has said nothing else, or that is not for them. */
  revisionsOf(comment: Comment): string | undefined;
  /** Below which its pages are. */
  pathOf(id: number): string;
}

/** Until when a comment can be changed by who wrote it, in milliseconds since 1970. */
export const editableUntil = ({ createdAt }: Pick<Comment, 'createdAt'>, editMinutes: number): number =>
  Date.parse(createdAt) + editMinutes * 60_000;

/** @param path the article's. @param now milliseconds since 1970 */
export const ownComments = (
  { personId, isModerator, editMinutes }: { personId: string; isModerator: boolean; editMinutes: number },
  path: string,
  now = Date.now(),
): OwnComments => ({
  mayEdit: (comment) => comment.author.id === personId && now < editableUntil(comment, editMinutes),
  mayDelete: (comment) => isModerator || comment.author.id === personId,
  revisionsOf: ({ id, editedAt, deleted }) =>
    isModerator && (editedAt ?? deleted) !== undefined ? `/desk/comments/${id}/revisions` : undefined,
  pathOf: (id) => `${path}/comments/${id}`,
});
