import { readList } from '#lib/server/read-list.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { tag } = event.params;
  return { tag, list: await readList(event, { tag }) };
};
