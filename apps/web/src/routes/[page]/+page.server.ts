import { error } from '@sveltejs/kit';
import { orErrorPage } from '#lib/server/or-error-page.js';
import type { PageServerLoad } from './$types.js';

const pages = new Set(['rules', 'imprint', 'privacy']);

/** A page that the site's operators wrote. */
export const load: PageServerLoad = async ({ params: { page }, locals: { ask } }) => {
  if (!pages.has(page)) error(404, { message: 'not-found' });
  const { body } = await orErrorPage(ask<{ page: { html: string } }>(`/api/site/pages/${page}`));
  return { name: page as 'rules' | 'imprint' | 'privacy', html: body.page.html };
};
