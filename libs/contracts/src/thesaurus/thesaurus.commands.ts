import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { perhapsBlank, plainText, singleLine } from '../plain-text.js';
import { EntryKind, longestHouseText, longestTerm, maxInflections } from './house-entry.js';

/** A term without a letter or digit would stand anywhere. */
const term = singleLine(longestTerm).refine((text) => /[\p{L}\p{N}]/u.test(text), 'must have a letter or a digit');

/** An entry as an editor defines it. */
export const EntryDefinition = z.object({
  kind: EntryKind,
  term,
  inflections: z.array(term).max(maxInflections, `are too many (maximum is ${maxInflections})`).default([]),
  text: singleLine(longestHouseText),
  sectionId: z.uuid().nullable().default(null),
  caseSensitive: z.boolean().default(false),
  wholeWords: z.boolean().default(true),
});
export type EntryDefinition = z.infer<typeof EntryDefinition>;

/** Without an id it is a new one. */
export const DefineEntry = EntryDefinition.extend({ entryId: z.uuid().optional() });
export type DefineEntry = z.infer<typeof DefineEntry>;

export const RetireEntry = z.object({ entryId: z.uuid() });

/** The article is shown by the present version of the thesaurus from now on. */
export const RepinArticle = z.object({ articleId: z.uuid() });
/** What the present version would show; nothing is changed. */
export const CompareHouse = RepinArticle;

/** What is being written: all but the body may lack yet. */
export const PreviewHouse = z.object({
  ...{ title: perhapsBlank(300).default(''), description: perhapsBlank(2000).default(''), body: plainText(50_000) },
  ...{ format: BodyFormat.default('text'), sectionId: z.uuid().optional() },
  articleId: z.uuid().optional().describe('of the published article that is revised: it keeps its version'),
});
export type PreviewHouse = z.infer<typeof PreviewHouse>;
