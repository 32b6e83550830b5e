import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';

/** One entry of the house thesaurus. */
export interface ThesaurusEntry {
  entryId: string;
  /** A gloss puts an aside behind the first occurrence; a substitution shows each occurrence under a house name. */
  kind: 'gloss' | 'substitution';
  /** At most `longestTerm` characters. */
  term: string;
  /** Other forms that count as the term, entered by hand; at most `maxInflections`. */
  inflections: string[];
  /** The aside or the house name, as plain text; at most `longestHouseText` characters. */
  text: string;
  scope: Scope;
  caseSensitive: boolean;
  /** Whether the term must begin and end at a word boundary; true unless an editor says otherwise. */
  wholeWords: boolean;
}

export type Scope = 'all' | { sectionId: string };

/** Where a text stands; without a section only entries for all sections count. */
export interface Place {
  sectionId?: string | undefined;
}

export const formsOf = ({ term, inflections }: ThesaurusEntry): string[] => [term, ...inflections];

export const isInScope = ({ scope }: ThesaurusEntry, { sectionId }: Place): boolean =>
  scope === 'all' || scope.sectionId === sectionId;

export const isSameScope = (one: Scope, other: Scope): boolean =>
  one === 'all' || other === 'all' ? one === other : one.sectionId === other.sectionId;

/** An entry as events have it. */
export const thesaurusEntryOf = ({ sectionId, ...entry }: HouseEntry): ThesaurusEntry => ({
  ...entry,
  scope: sectionId === null ? 'all' : { sectionId },
});
