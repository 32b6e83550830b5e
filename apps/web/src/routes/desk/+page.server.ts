import { mayAtDesk } from '#lib/desk/rules.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { ask, staff } }) => {
  /** How many there are; undefined: they are not for everybody at the desk. */
  const countOf = async <Name extends string>(page: string, path: string, name: Name) => {
    if (!mayAtDesk(staff?.roles ?? [], page)) return undefined;
    return (await ask<Record<Name, number>>(`${path}?limit=1`)).body[name];
  };
  const [held, submissions, drafts] = await Promise.all([
    countOf('/desk/held', '/api/held-comments', 'commentsCount'),
    countOf('/desk/submissions', '/api/submissions', 'draftsCount'),
    countOf('/desk/drafts', '/api/drafts', 'draftsCount'),
  ]);
  return { held, submissions, drafts };
};
