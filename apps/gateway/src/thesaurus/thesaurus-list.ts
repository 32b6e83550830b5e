import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { EntryDefinition } from '#contracts/thesaurus/thesaurus.commands.js';
import { maxArticlesLookedAt, readArticlesWithWords } from '#read-models/article-page/read-articles-with-words.js';
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

  /** The newest articles that an entry treats, whatever section they are in. */
  async impactOf(definition: EntryDefinition): Promise<z.infer<typeof ImpactAnswer>> {
    const { sectionId: _, ...entry } = definition;
    const compiled = compileThesaurus([{ ...entry, entryId: 'asked', scope: 'all' }]);
    const rows = await readArticlesWithWords(this.pool, [entry.term, ...entry.inflections]);
    const treated = rows.filter(
      ({ title, description, bodyHtml }) =>
        annotateHtml(bodyHtml, compiled) !== bodyHtml ||
        [title, description].some((text) => annotateText(text, compiled) !== text),
    );
    const articles = treated.map(({ slug, title, publishedAt, houseVersion }) => ({
      ...{ slug, title, publishedAt: publishedAt.toISOString(), houseVersion },
    }));
    return { impact: { articles, lookedAt: maxArticlesLookedAt } };
  }
}
