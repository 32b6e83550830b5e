/** The fields of the search, as its address has them. */
export const searchFields = ['q', 'kind', 'section', 'author', 'from', 'to'] as const;
export type SearchForm = Record<(typeof searchFields)[number], string>;

export const searchFormOf = (query: URLSearchParams): SearchForm =>
  Object.fromEntries(searchFields.map((field) => [field, query.get(field) ?? ''])) as SearchForm;

/** The address of a page of results. @param offset the results before it */
export function searchPath(form: SearchForm, offset: number): string {
  const given = searchFields.filter((field) => form[field] !== '').map((field) => [field, form[field]]);
  return `/search?${new URLSearchParams([...given, ...(offset > 0 ? [['offset', String(offset)]] : [])])}`;
}
