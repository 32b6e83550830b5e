import { error } from '@sveltejs/kit';
import type { ArticleInList } from '#lib/answers.js';
import { datesFor } from '#lib/dates.js';
import { dayIn } from '#lib/day-in.js';
import { readList } from '#lib/server/read-list.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { day } = event.params;
  const { site, ask } = event.locals;
  const bounds = dayIn(day, site.timeZone);
  if (bounds === undefined) error(404, 'none');
  const { from, to, next } = bounds;
  const [list, before] = await Promise.all([
    readList(event, { from, to }),
    ask<{ articles: ArticleInList[] }>(`/api/articles?${new URLSearchParams({ limit: '1', to: from })}`),
  ]);
  const [newestBefore] = before.body.articles;
  const { dayKey } = datesFor(site);
  return {
    ...{ day, from, list },
    // A day without news leads on too, so the links back go from news to news: there are days without end.
    previous: newestBefore && dayKey(newestBefore.createdAt),
    next: next <= dayKey(new Date()) ? next : undefined,
  };
};
