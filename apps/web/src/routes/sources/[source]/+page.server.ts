import { readList } from '#lib/server/read-list.js';
import { isMuted } from '#lib/server/read-mutes.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { source } = event.params;
  const [list, muted] = await Promise.all([
    readList(event, { source }),
    isMuted(event.locals, { kind: 'source', key: source }),
  ]);
  return { source, name: list.articles[0]?.source?.name ?? source, list, isMuted: muted };
};
