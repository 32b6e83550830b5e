import type { CommentOfPerson } from '#lib/answers.js';
import { type Ask, Refusal } from './gateway.js';

/** Comments of a page. */
const commentsOnPage = 30;

export interface CommentsPage {
  comments: CommentOfPerson[];
  isNewest: boolean;
  /** What the page behind is asked for by. */
  older: string | undefined;
}

/** A page of somebody's comments, the newest first. @param after the comment behind which it begins, if not at the newest */
export async function readCommentsOf(ask: Ask, personId: string, after: string | null): Promise<CommentsPage> {
  const query = new URLSearchParams({ limit: String(commentsOnPage), ...(after !== null && { after }) });
  const path = `/api/commenters/${encodeURIComponent(personId)}/comments?${query}`;
  const { body, links } = await ask<{ comments: CommentOfPerson[] }>(path);
  return { comments: body.comments, isNewest: after === null, older: links.next };
}

/** As {@link readCommentsOf}, of oneself: a guest of whom nothing is shown is not known to others, and has none. */
export async function readOwnComments(...asked: Parameters<typeof readCommentsOf>): Promise<CommentsPage> {
  try {
    return await readCommentsOf(...asked);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    return { comments: [], isNewest: true, older: undefined };
  }
}
