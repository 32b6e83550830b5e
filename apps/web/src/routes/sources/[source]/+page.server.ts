import { readList } from '#lib/server/read-list.js';
import { isMuted } from '#lib/server/read-mutes.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { source } = event.params;
  const list = await readList(event, { source });
  const key = list.articles[0]?.sourceKey ?? source.toLowerCase();
  return {
    source,
    name: list.articles[0]?.source?.name ?? source,
    key,
    list,
    isMuted: await isMuted(event.locals, { kind: 'source', key }),
  };
};
