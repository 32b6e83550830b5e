import { z } from 'zod';

/** Characters of a term or of one of its inflections. */
export const longestTerm = 200;

/** Characters of an aside or a house name. */
export const longestHouseText = 500;

export const maxInflections = 20;

/** Characters of a body that has a house view; only an import has longer ones. */
export const longestHouseBody = 200_000;

/** A gloss puts an aside behind the first occurrence; a substitution shows each occurrence under a house name. */
export const EntryKind = z.enum(['gloss', 'substitution']);
export type EntryKind = z.infer<typeof EntryKind>;

/** What a definition says of an entry, but for its kind. */
export const definition = {
  entryId: z.uuid(),
  term: z.string(),
  inflections: z.array(z.string()).describe('other forms that count as the term'),
  text: z.string().describe('the aside, or the house name'),
  sectionId: z.uuid().nullable().describe('the section it counts in; null: all'),
  caseSensitive: z.boolean(),
  wholeWords: z.boolean(),
};

export const HouseEntry = z.object({ ...definition, kind: EntryKind });
export type HouseEntry = z.infer<typeof HouseEntry>;

/** What of the thesaurus an article is pinned to: a version, and of it the entries that may occur in the article. */
export const House = z.object({
  version: z.int().describe('of the thesaurus'),
  entries: z.array(HouseEntry).describe('those that may occur in it'),
});
export type House = z.infer<typeof House>;
