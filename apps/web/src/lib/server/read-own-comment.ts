import { error, type RequestEvent } from '@sveltejs/kit';
import type { Comment, Me, ThreadPage } from '#lib/answers.js';
import { Refusal } from './gateway.js';

/** The article's path and the comment's number, as an address has them. @throws HttpError 404 */
export function placeOfComment({ slug, id }: { slug: string; id: string }): { path: string; id: number } {
  if (!/^[1-9]\d{0,14}$/.test(id)) error(404, { message: 'not-found' });
  return { path: `/articles/${encodeURIComponent(slug)}`, id: Number(id) };
}

/** A comment that readers see. @throws HttpError 404; Refusal; GatewayAway */
export async function readShownComment(
  { locals }: Pick<RequestEvent, 'locals'>,
  { path, id }: { path: string; id: number },
): Promise<Comment> {
  const asking = locals.ask<ThreadPage>(`/api${path}/comments?around=${id}&limit=1`);
  const { body } = await asking.catch((refusal: unknown) => {
    if (refusal instanceof Refusal && refusal.status === 422) error(404, { message: 'not-found' });
    throw refusal;
  });
  const comment = body.comments.find((each) => each.id === id);
  if (comment === undefined || comment.deleted !== undefined) error(404, { message: 'not-found' });
  return comment;
}

/** @throws HttpError 403 for another's comment */
export function requireOwn(comment: Comment, me: Me): void {
  if (comment.author.id !== me.id) error(403, { message: 'forbidden' });
}
