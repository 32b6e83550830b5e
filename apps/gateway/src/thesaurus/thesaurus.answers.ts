import { z } from 'zod';
import { HouseEntry } from '#contracts/thesaurus/house-entry.js';

const Entry = HouseEntry.extend({
  version: z.int().describe('for `If-Match` of a change: of the thesaurus, by the last change of this entry'),
  retired: z.boolean(),
  changedAt: z.iso.datetime(),
});

export const EntryAnswer = z.object({ entry: Entry });

export const ThesaurusAnswer = z.object({
  thesaurus: z.object({
    version: z.int().describe('what is published now is pinned to it; 0: there is none'),
    entries: z.array(Entry).describe('by their terms; without those that are retired'),
    entriesCount: z.int().describe('of all pages'),
  }),
});

export const ImpactAnswer = z.object({
  impact: z.object({
    articles: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        publishedAt: z.iso.datetime(),
        houseVersion: z.int().nullable().describe('that it is shown by; null: by none'),
      }),
    ),
    lookedAt: z.int().describe('how many of the newest articles were looked at, at most'),
  }),
});

const View = z.object({ title: z.string(), description: z.string(), bodyHtml: z.string().describe('sanitised') });
const term = z.array(HouseEntry.pick({ kind: true, term: true, text: true }));

export const DifferenceAnswer = z.object({
  difference: z.object({
    pinned: z.int().nullable().describe('the version that the article is pinned to; null: none'),
    present: z.int().nullable().describe('of the thesaurus; null: there is none, or the article is too long'),
    before: View,
    after: View.describe('as the present version shows it'),
    gained: term.describe('entries that may occur in it, and that it is not pinned to'),
    lost: term.describe('entries that it is pinned to, and that are changed or retired'),
  }),
});
export type DifferenceAnswer = z.infer<typeof DifferenceAnswer>;
