import { many } from './many.en.js';

/** What the desk says in English of the house thesaurus. */
export const thesaurusEn = {
  thesaurusAbout: (version: number) =>
    `What is published now is pinned to version ${version} of the thesaurus. Articles that are published already stay as they are until you move them on.`,
  entryKinds: { gloss: 'an aside behind the first occurrence', substitution: 'shown under its house name' },
  entryKind: 'What is done',
  term: 'Term',
  inflections: 'Other forms of it',
  inflectionsNote: 'divided by commas: plurals, cases',
  houseText: 'The aside, or the house name',
  caseSensitive: 'Only in upper and lower case as entered',
  wholeWords: 'Only as whole words',
  ofSection: 'in one section',
  entrySection: 'Counts in',
  allSections: 'all sections',
  searchThesaurus: 'A part of a term or of its text',
  noEntries: 'No entry.',
  entryDefine: 'Define an entry',
  define: 'Define it',
  entryEffect: 'It counts in what is published or moved on from now on.',
  entryChange: 'Change',
  change: 'Change it',
  entryRetire: 'Retire',
  retire: 'Retire it',
  retireEffect: 'It does not count any more in what is published or moved on. Articles pinned before keep it.',
  impact: 'What would change where',
  impactOf: (count: number, lookedAt: string) =>
    count === 0
      ? `In none of the newest ${lookedAt} articles would anything be shown otherwise.`
      : `In ${many(count, 'article')} of the newest ${lookedAt} something stands that it meets. They change when you move them on.`,
  shownBy: (version: number | null) => (version === null ? 'shown as it was entered' : `shown by version ${version}`),
  houseOf: (title: string) => `“${title}” in the house view`,
  isPresent: 'It is pinned to the present version, and nothing would change.',
  pinnedTo: (pinned: number | null, present: number | null) =>
    `Pinned to ${pinned === null ? 'no version' : `version ${pinned}`}; the present one is ${present ?? 'none'}.`,
  entriesGained: 'New',
  entriesLost: 'Gone, or as it was',
  before: 'As it is shown now',
  after: 'As the present version shows it',
  moveOn: 'Move on to the present version',
  moveOnEffect: 'Readers see it so from now on. The source’s words stay, and are a click away.',
};
