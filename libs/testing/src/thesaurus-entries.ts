import type { ThesaurusEntry } from '#thesaurus/thesaurus-entry.js';

type More = Partial<ThesaurusEntry>;

const entry = (kind: ThesaurusEntry['kind'], term: string, text: string, more: More = {}): ThesaurusEntry => ({
  entryId: `${kind}: ${term}`,
  kind,
  term,
  inflections: [],
  text,
  scope: 'all',
  caseSensitive: false,
  wholeWords: true,
  ...more,
});

export const gloss = (term: string, text: string, more?: More): ThesaurusEntry => entry('gloss', term, text, more);
export const substitution = (term: string, text: string, more?: More): ThesaurusEntry =>
  entry('substitution', term, text, more);
