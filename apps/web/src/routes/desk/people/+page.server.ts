import type { ListedPerson } from '#lib/desk/answers.js';
import type { PageServerLoad } from './$types.js';

/** People of a page. */
const onPage = 50;

const filters = ['name', 'kind', 'role', 'sanctioned'] as const;

type Filters = Record<(typeof filters)[number], string>;

export const load: PageServerLoad = async ({ locals: { ask }, url: { searchParams } }) => {
  const given = filters.map((name) => [name, searchParams.get(name)?.trim() ?? ''] as const);
  const wanted = new URLSearchParams(given.filter(([, value]) => value !== '') as [string, string][]);
  const after = searchParams.get('after');
  const query = new URLSearchParams([...wanted, ['limit', String(onPage)], ...(after ? [['after', after]] : [])]);
  const { body } = await ask<{ people: ListedPerson[]; next: string | null }>(`/api/people?${query}`);
  const pageAt = (place: [string, string][]) => `/desk/people?${new URLSearchParams([...wanted, ...place])}`;
  return {
    people: body.people,
    now: new Date().toISOString(),
    filters: Object.fromEntries(given) as unknown as Filters,
    first: after ? pageAt([]) : undefined,
    next: body.next ? pageAt([['after', body.next]]) : undefined,
  };
};
