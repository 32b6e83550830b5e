import { error } from '@sveltejs/kit';
import type { CommentRevisions } from '#lib/desk/answers.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { ask }, params: { id } }) => {
  if (!/^[1-9]\d{0,14}$/.test(id)) error(404, { message: 'not-found' });
  const { body } = await ask<CommentRevisions>(`/api/comments/${id}/revisions`);
  return { id, ...body };
};
