import { searchFormOf } from '#lib/search-form.js';
import { readSearch } from '#lib/server/read-search.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ url: { searchParams }, locals: { ask } }) => {
  const form = searchFormOf(searchParams);
  const offset = Number(/^\d{1,4}$/.exec(searchParams.get('offset') ?? '')?.[0] ?? 0);
  const answer = await readSearch(ask, form, offset);
  const isRefused = answer === 'away' || (answer !== undefined && 'errors' in answer);
  return { form, found: isRefused ? undefined : answer, refused: isRefused ? answer : undefined };
};
