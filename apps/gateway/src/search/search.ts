import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { unprocessable } from '#http/problem.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { type FoundText, readFoundTexts } from '#read-models/search-document/read-found-texts.js';
import { readAccountNamed, readPeopleOf, readSectionId } from '#read-models/search-document/read-search-filters.js';
import {
  type Matches,
  readSearchMatches,
  type WantedDocuments,
} from '#read-models/search-document/read-search-matches.js';
import { readSearchQuery } from '#read-models/search-document/read-search-query.js';
import { readTitleSuggestions } from '#read-models/search-document/read-title-suggestions.js';
import { searchWords } from '#read-models/search-document/search-words.js';
import { readSearchVersion } from '#read-models/shown/read-answer-version.js';
import { beginningOfText } from '#rendering/beginning-of-text.js';
import { jsonOf } from '../answers/json-of.js';
import type { WholeAnswer } from '../answers/whole-answer.js';
import { excerptOf } from './excerpt.js';
import { type Found, SearchAnswer, SuggestionsAnswer } from './search.answers.js';
import type { WantedSearch } from './wanted-search.js';

const writeResults = jsonOf(SearchAnswer);
const writeSuggestions = jsonOf(SuggestionsAnswer);
const none: Matches = { matches: [], total: 0, hasOlder: false };

export interface SearchParts {
  pool: Pool;
  lookUps: Queryable;
  names: CommentNames;
}

/** Searches in what readers see; the answers are the same for everybody. */
@Injectable()
export class Search {
  constructor(private readonly parts: SearchParts) {}

  readVersion(): Promise<string> {
    return readSearchVersion(this.parts.lookUps);
  }

  /** @throws Problem 422 if no word is looked for; 503 if it takes too long. */
  async results({ q, limit, offset, ...filters }: WantedSearch): Promise<WholeAnswer> {
    const { pool, names } = this.parts;
    const found = await readSearchQuery(pool, searchWords(q));
    if (found === undefined) throw unprocessable({ q: ['has no word to look for'] });
    const wanted = await this.wanted(filters);
    const { matches, total, hasOlder } = wanted
      ? await readSearchMatches(pool, { query: found.query, limit, offset }, wanted)
      : none;
    const texts = matches.length === 0 ? [] : await readFoundTexts(pool, matches, found.stems, names);
    return { json: Buffer.from(writeResults({ results: texts.map(present), resultsCount: total, hasOlder })) };
  }

  async suggestions(typed: string): Promise<WholeAnswer> {
    const suggestions = await readTitleSuggestions(this.parts.pool, typed);
    return { json: Buffer.from(writeSuggestions({ suggestions })) };
  }

  /** Undefined if there is no such section or author. */
  private async wanted({
    kind,
    section,
    author,
    from,
    to: before,
  }: Omit<WantedSearch, 'q' | 'limit' | 'offset'>): Promise<WantedDocuments | undefined> {
    const { pool } = this.parts;
    const sectionId = section === undefined ? undefined : await readSectionId(pool, section);
    if (section !== undefined && sectionId === undefined) return undefined;
    if (author === undefined) return { kind, sectionId, from, before };
    if (z.uuid().safeParse(author).success) {
      const personIds = await readPeopleOf(pool, author);
      return personIds && { kind, sectionId, from, before, personIds };
    }
    // Comments may be written under a nick, and nobody is told whose it is.
    const account = kind === 'comment' ? undefined : await readAccountNamed(pool, author);
    return account === undefined ? undefined : { kind: 'article', sectionId, from, before, personIds: [account] };
  }
}

const present = ({ articleId, slug, title, commentId, html, matching, at, ...text }: FoundText): Found => ({
  kind: commentId === 0 ? 'article' : 'comment',
  article: { id: articleId, slug, title },
  commentId: commentId === 0 ? null : commentId,
  author: { id: text.authorId, username: text.authorName, kind: text.authorKind },
  createdAt: at.toISOString(),
  excerpt: excerptOf(beginningOfText(html, html.length), matching),
});
