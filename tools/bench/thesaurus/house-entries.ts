import type { ThesaurusEntry } from '#thesaurus/thesaurus-entry.js';

/** Entries as a house has them; one in a hundred has a term that stands in the benchmark's article. */
export function houseEntries(count: number): ThesaurusEntry[] {
  return Array.from({ length: count }, (_, n) => ({
    entryId: `entry-${n}`,
    kind: n % 4 === 0 ? 'gloss' : 'substitution',
    term:
      n % 100 === 0 ? (inArticle[(n / 100) % inArticle.length] ?? '') + (n < 600 ? '' : ` ${n}`) : `Person No. ${n}`,
    inflections: [`people no. ${n}`],
    text: `what the house says of ${n}`,
    scope: 'all',
    caseSensitive: false,
    wholeWords: true,
  }));
}

const inArticle = ['bridge', 'council', 'nobody at the council', 'river', 'Monday', 'paint'];
