import type { Found } from '#lib/answers.js';
import { searchFields, type SearchForm } from '#lib/search-form.js';
import { type Ask, Refusal } from './gateway.js';

/** Results of a page. */
const resultsOnPage = 20;

export interface SearchPage {
  results: Found[];
  count: number;
  hasOlder: boolean;
  offset: number;
  /** Of the page before and the one behind. */
  before: number | undefined;
  behind: number | undefined;
  /** Articles with like titles, where nothing was found. */
  instead: { slug: string; title: string }[];
}

/** Why nothing was looked for: by fields of the form. `away`: it took too long. */
export type SearchRefusal = { errors: Record<string, string[]> } | 'away';

/** What a form of the search finds; undefined for an empty one. @throws as `Ask`, but for what the form itself is to say. */
export async function readSearch(
  ask: Ask,
  form: SearchForm,
  offset: number,
): Promise<SearchPage | SearchRefusal | undefined> {
  if (form.q.trim() === '') return undefined;
  const given = searchFields.filter((field) => form[field].trim() !== '').map((field) => [field, form[field].trim()]);
  const query = new URLSearchParams([...given, ['limit', String(resultsOnPage)], ['offset', String(offset)]]);
  type Answer = { results: Found[]; resultsCount: number; hasOlder: boolean };
  try {
    const { results, resultsCount: count, hasOlder } = (await ask<Answer>(`/api/search?${query}`)).body;
    const end = offset + resultsOnPage;
    const before = offset > 0 ? Math.max(0, offset - resultsOnPage) : undefined;
    const instead = count === 0 ? await readInstead(ask, form.q) : [];
    return { results, count, hasOlder, offset, before, behind: end < count ? end : undefined, instead };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 422) return { errors: error.errors };
    if (error.status === 503) return 'away';
    throw error;
  }
}

/** Nobody misses them where they are away. */
async function readInstead(ask: Ask, q: string): Promise<SearchPage['instead']> {
  const query = new URLSearchParams({ q: q.trim() });
  type Answer = { suggestions: SearchPage['instead'] };
  return ask<Answer>(`/api/search/suggestions?${query}`).then(
    ({ body }) => body.suggestions,
    () => [],
  );
}
