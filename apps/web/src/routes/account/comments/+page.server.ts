import { readOwnComments } from '#lib/server/read-comments-of.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent, locals: { ask }, url }) => {
  const { me } = await parent();
  return readOwnComments(ask, me.id, url.searchParams.get('after'));
};
