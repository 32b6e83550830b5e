import { redirect } from '@sveltejs/kit';
import type { Commenter } from '#lib/answers.js';
import { readList } from '#lib/server/read-list.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const person = await event.locals.ask<{ commenter: Commenter }>(`/api/commenters/${encodeURIComponent(id)}`);
  const { commenter } = person.body;
  // A guest who has become an account.
  if (commenter.id !== id) redirect(308, `/people/${commenter.id}/articles`);
  return { commenter, list: await readList(event, { authorId: id }) };
};
