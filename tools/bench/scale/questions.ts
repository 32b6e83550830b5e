/** Words of the newsroom by their numbers: the first stand in most texts, the last in hardly any. */
const syllables = 'ba ke lo mi nu ra se to vi wu da fe go hi ju la me no pi ru'.split(' ');
const wordOf = (number: number) =>
  [number, number / 20, number / 400, ...(number >= 8_000 ? [number / 8_000] : [])]
    .map((at) => syllables[Math.floor(at) % 20])
    .join('');

const searchFor = (query: Record<string, string>) => `/api/search?${new URLSearchParams(query).toString()}`;
const several = (many: number, of: (at: number) => string) => Array.from({ length: many }, (_, at) => of(at));

/** What is asked of a newsroom of so many articles, by name. */
export const questions = (articles: number): Record<string, string[]> => ({
  'front page': ['/api/articles'],
  section: several(6, (at) => `/api/articles?section=section-${at}`),
  tag: several(20, (at) => `/api/articles?tag=${encodeURIComponent(`tag ${at * at * 4}`)}`),
  article: several(100, (at) => `/api/articles/article-${(at * 7_919) % articles}`),
  'search for a common word': several(30, (at) => searchFor({ q: wordOf(at) })),
  'search for a rare word': several(50, (at) => searchFor({ q: wordOf(19_000 + at * 17) })),
  'search for two words': several(50, (at) => searchFor({ q: `${wordOf(at)} ${wordOf(2_000 + at * 31)}` })),
  'search with filters': several(40, (at) =>
    searchFor({ q: wordOf(at * 7), kind: at % 2 ? 'article' : 'comment', section: `section-${at % 4}` }),
  ),
  'search in a time': several(40, (at) =>
    searchFor({ q: wordOf(at * 5), from: `${2012 + (at % 10)}-01-01`, to: `${2013 + (at % 10)}-01-01` }),
  ),
});
