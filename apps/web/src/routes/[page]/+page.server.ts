import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

const pages = ['rules', 'imprint', 'privacy'] as const;

/** A page that the site's operators wrote. */
export const load: PageServerLoad = async ({ params: { page }, locals: { ask } }) => {
  const name = pages.find((each) => each === page);
  if (name === undefined) error(404, { message: 'not-found' });
  const { body } = await ask<{ page: { html: string } }>(`/api/site/pages/${name}`);
  return { name, html: body.page.html };
};
