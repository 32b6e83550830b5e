import { readList } from '#lib/server/read-list.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { flash, cookies } = event.locals;
  const list = await readList(event);
  if (flash !== undefined) cookies.delete('flash');
  return list;
};
