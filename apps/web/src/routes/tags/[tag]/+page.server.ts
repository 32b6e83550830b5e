import { readList } from '#lib/server/read-list.js';
import { isMuted } from '#lib/server/read-mutes.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { tag } = event.params;
  const [list, muted] = await Promise.all([readList(event, { tag }), isMuted(event.locals, { kind: 'tag', key: tag })]);
  return { tag, list, isMuted: muted };
};
