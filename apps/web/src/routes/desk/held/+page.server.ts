import { error } from '@sveltejs/kit';
import type { Comment } from '#lib/answers.js';
import type { HeldComment } from '#lib/desk/answers.js';
import { field } from '#lib/field.js';
import { offsetIn } from '#lib/server/desk/offset-in.js';
import { takeStep } from '#lib/server/desk/take-step.js';
import type { Actions, PageServerLoad } from './$types.js';

/** Comments of a page. */
const onPage = 20;

export const load: PageServerLoad = async ({ locals: { ask }, url }) => {
  const offset = offsetIn(url);
  type Held = { comments: HeldComment[]; commentsCount: number };
  const { body } = await ask<Held>(`/api/held-comments?limit=${onPage}&offset=${offset}`);
  return { held: body.comments, count: body.commentsCount, offset, onPage };
};

export const actions: Actions = {
  approve: async (event) => {
    const data = await event.request.formData();
    const id = field(data, 'comment');
    if (!/^[1-9]\d{0,14}$/.test(id)) error(404, { message: 'not-found' });
    const slug = field(data, 'slug');
    const to = slug === '' ? '' : `/articles/${encodeURIComponent(slug)}?comment=${id}#comment-${id}`;
    return takeStep<{ comment: Comment }>(event, {
      step: `approve-${id}`,
      ...{ data, path: `/api/comments/${id}/approve` },
      said: (answer) => ({ what: answer ? 'approved' : 'accepted', name: answer?.comment.author.username ?? '', to }),
    });
  },
};
