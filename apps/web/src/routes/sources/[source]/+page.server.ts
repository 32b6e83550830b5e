import { readList } from '#lib/server/read-list.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { source } = event.params;
  const list = await readList(event, { source });
  return { source, name: list.articles[0]?.source?.name ?? source, list };
};
