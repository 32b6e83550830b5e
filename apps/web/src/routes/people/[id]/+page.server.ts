import { redirect } from '@sveltejs/kit';
import type { Commenter, CommentOfPerson } from '#lib/answers.js';
import type { PageServerLoad } from './$types.js';

/** Comments of a page. */
const commentsOnPage = 30;

export const load: PageServerLoad = async ({ params: { id }, locals: { ask }, url }) => {
  const path = `/api/commenters/${encodeURIComponent(id)}`;
  const after = url.searchParams.get('after');
  const query = new URLSearchParams({ limit: String(commentsOnPage), ...(after !== null && { after }) });
  const [person, { body, links }] = await Promise.all([
    ask<{ commenter: Commenter }>(path),
    ask<{ comments: CommentOfPerson[] }>(`${path}/comments?${query}`),
  ]);
  const { commenter } = person.body;
  // A guest who has become an account.
  if (commenter.id !== id) redirect(308, `/people/${commenter.id}`);
  return {
    commenter,
    comments: body.comments,
    isNewest: after === null,
    older: links.next,
  };
};
