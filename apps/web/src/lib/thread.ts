import type { Comment, Parent, ThreadPage } from './answers.js';
import { firstWords } from './first-words.js';

/** A comment with what the page shows beside it. */
export interface ShownComment {
  comment: Comment;
  /** Whether it came after the reader's last visit, and is not their own. */
  isNew: boolean;
  /** The comment it answers, where the layout does not show it. */
  answers: Parent | undefined;
  /** Of a tree: what answers it on this page. */
  replies: ShownComment[];
  /** Comments of the whole branch below it, on this page. */
  replyCount: number;
}

export interface Reader {
  /** ISO 8601: what was shown up to then is not new to the reader; null: nothing is. */
  visitedUpTo: string | null;
  personId: string | undefined;
}

/** The comments of a page as they are shown one after the other. */
export function flatThread(page: ThreadPage, reader: Reader): ShownComment[] {
  const parents = parentsOf(page);
  return page.comments.map((comment) => shown(comment, reader, parents.get(comment.parentId ?? 0)));
}

/** The comments of a page, each below the one it answers if that is on the page too; otherwise it says whom it answers. */
export function treeThread(page: ThreadPage, reader: Reader): ShownComment[] {
  const parents = parentsOf(page);
  const byId = new Map<number, ShownComment>();
  const roots: ShownComment[] = [];
  for (const comment of page.comments) {
    const above = byId.get(comment.parentId ?? 0);
    const one = shown(comment, reader, above === undefined ? parents.get(comment.parentId ?? 0) : undefined);
    byId.set(comment.id, one);
    (above?.replies ?? roots).push(one);
  }
  for (const comment of page.comments.toReversed()) {
    const one = byId.get(comment.id);
    const above = byId.get(comment.parentId ?? 0);
    if (one !== undefined && above !== undefined) above.replyCount += one.replyCount + 1;
  }
  return roots;
}

/** The latest time at which something on the page became visible; undefined on an empty one. */
export const shownUpTo = ({ comments }: ThreadPage): string | undefined =>
  comments
    .map(shownAtOf)
    .reduce<string | undefined>((latest, at) => (latest === undefined || at > latest ? at : latest), undefined);

const shownAtOf = ({ shownAt, createdAt }: Comment) => shownAt ?? createdAt;

function shown(comment: Comment, { visitedUpTo, personId }: Reader, answers: Parent | undefined): ShownComment {
  const isSaid = comment.deleted === undefined && comment.author.id !== personId;
  const isNew = isSaid && visitedUpTo !== null && shownAtOf(comment) > visitedUpTo;
  return { comment, isNew, answers, replies: [], replyCount: 0 };
}

function parentsOf({ comments, parents = [] }: ThreadPage): Map<number, Parent> {
  const answered = new Set(comments.map(({ parentId }) => parentId));
  const here = comments.filter(({ id }) => answered.has(id));
  return new Map([
    ...parents.map((parent) => [parent.id, parent] as const),
    ...here.map((comment) => [comment.id, { ...comment, excerpt: firstWords(comment.bodyHtml) }] as const),
  ]);
}

/** The numbers of the new comments, in the order in which they stand on the page. */
export function newOnes(branch: readonly ShownComment[]): number[] {
  const ids: number[] = [];
  const waiting = branch.toReversed();
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.isNew) ids.push(one.comment.id);
    waiting.push(...one.replies.toReversed());
  }
  return ids;
}
