import { error, redirect } from '@sveltejs/kit';
import { readList } from '#lib/server/read-list.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { sections } = event.locals.site;
  const section = sections.find((each) => each.slug === slug);
  if (section !== undefined) return { section, list: await readList(event, { section: slug }) };
  const now = sections.find(({ formerSlugs }) => formerSlugs.includes(slug));
  if (now === undefined) error(404, 'none');
  redirect(301, `/sections/${encodeURIComponent(now.slug)}${event.url.search}`);
};
