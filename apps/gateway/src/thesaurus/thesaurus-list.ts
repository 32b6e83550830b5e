import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { EntryDefinition } from '#contracts/thesaurus/thesaurus.commands.js';
import {
  articlesAPortion,
  maxArticlesLookedAt,
  maxArticlesWithTerm,
  readArticlesWithWords,
  type ArticleWithWords,
} from '#read-models/article-page/read-articles-with-words.js';
import {
  readThesaurusEntries,
  readThesaurusEntry,
  type ListedEntry,
  type WantedEntries,
} from '#read-models/thesaurus-entry/read-thesaurus-entries.js';
import { annotateHtml } from '#thesaurus/annotate-html.js';
import { annotateText } from '#thesaurus/annotate-text.js';
import { compileThesaurus } from '#thesaurus/compile-thesaurus.js';
import type { EntryAnswer, ImpactAnswer, ThesaurusAnswer } from './thesaurus.answers.js';

const present = (row: ListedEntry) => ({ ...row, changedAt: row.changedAt.toISOString() });

/** The house thesaurus as it was said last, and where a term of it stands. */
@Injectable()
export class ThesaurusList {
  constructor(private readonly pool: Pool) {}

  async page(wanted: WantedEntries): Promise<z.infer<typeof ThesaurusAnswer>> {
    const { entries, ...more } = await readThesaurusEntries(this.pool, wanted);
    return { thesaurus: { ...more, entries: entries.map(present) } };
  }

  /** Undefined if there is none. */
  async one(entryId: string): Promise<z.infer<typeof EntryAnswer> | undefined> {
    const row = await readThesaurusEntry(this.pool, entryId);
    return row && { entry: present(row) };
  }

  /** Of the newest articles those that an entry treats, whatever section they are in; as many as there is time for. */
  async impactOf(definition: EntryDefinition): Promise<z.infer<typeof ImpactAnswer>> {
    const { sectionId: _, ...entry } = definition;
    const compiled = compileThesaurus([{ ...entry, entryId: 'asked', scope: 'all' }]);
    const articles: z.infer<typeof ImpactAnswer>['impact']['articles'] = [];
    const until = performance.now() + impactMs;
    let lookedAt = 0;
    for (; lookedAt < maxArticlesLookedAt; lookedAt += articlesAPortion) {
      for (const row of await readArticlesWithWords(this.pool, [entry.term, ...entry.inflections], lookedAt)) {
        if (performance.now() > until || articles.length >= maxArticlesWithTerm)
          return { impact: { articles, lookedAt } };
        if (isTreated(row, compiled)) articles.push(presentTreated(row));
        // Others are answered in between.
        await setImmediate();
      }
      if (performance.now() > until) break;
    }
    return { impact: { articles, lookedAt: Math.min(lookedAt + articlesAPortion, maxArticlesLookedAt) } };
  }
}

/** Milliseconds after which no further article is looked at. */
export const impactMs = 1_000;

const isTreated = ({ title, description, bodyHtml }: ArticleWithWords, compiled: Parameters<typeof annotateHtml>[1]) =>
  annotateHtml(bodyHtml, compiled) !== bodyHtml ||
  [title, description].some((text) => annotateText(text, compiled) !== text);

const presentTreated = ({ slug, title, publishedAt, houseVersion }: ArticleWithWords) => ({
  ...{ slug, title, publishedAt: publishedAt.toISOString(), houseVersion },
});
