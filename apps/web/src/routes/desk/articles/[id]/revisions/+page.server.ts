import type { Revisions } from '#lib/desk/answers.js';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { ask }, params: { id }, url }) => {
  const wanted = new URLSearchParams();
  for (const name of ['from', 'to', 'before']) {
    const value = url.searchParams.get(name);
    if (value !== null && /^\d{1,9}$/.test(value)) wanted.set(name, value);
  }
  const { body } = await ask<Revisions>(`/api/revisions/${encodeURIComponent(id)}?${wanted}`);
  const at = (name: string) => Number(wanted.get(name) ?? 0);
  const [latest, previous] = body.revisions.map(({ version }) => version);
  return { ...body, id, from: at('from') || (previous ?? 0), to: at('to') || (latest ?? 0), before: at('before') };
};
