import { readList } from '#lib/server/read-list.js';
import { requireAccountOf } from '#lib/server/require-account.js';
import type { PageServerLoad } from './$types.js';

/** Articles of those whom one follows. */
export const load: PageServerLoad = async (event) => {
  const me = await requireAccountOf(event);
  return { me, list: await readList(event, {}, '/api/articles/feed') };
};
