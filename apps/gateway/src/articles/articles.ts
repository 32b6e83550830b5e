import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Queryable } from '#postgres/shared-connection.js';
import { unprocessable } from '#http/problem.js';
import { ArticleTotals } from '#read-models/article-page/article-totals.js';
import { readArticleList, type PlaceInList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage, readArticlePageOf, type ArticlePage } from '#read-models/article-page/read-article-page.js';
import { readMarksForReader, type MarksForReader } from '#read-models/article-page/read-marks-for-reader.js';
import type { WantedArticles } from '#read-models/article-page/wanted-articles.sql.js';
import { mutesSomething } from '#read-models/muted/mutes-something.js';
import { readTags } from '#read-models/article-tag/read-tags.js';
import { readArticlePageVersion, readListVersion } from '#read-models/shown/read-answer-version.js';
import { type BigAnswers, maxBytesAtOnce } from '../answers/big-answers.js';
import { jsonOf } from '../answers/json-of.js';
import type { LargeAnswer, WholeAnswer } from '../answers/whole-answer.js';
import { whyMissing } from '../read-database/why-missing.js';
import { type Article, ArticleAnswer, ArticlesAnswer, TagsAnswer } from './article.answers.js';
import { linkAfter } from './link-after.js';
import { presentArticle, presentArticleInList } from './present-article.js';

const writeArticle = jsonOf(ArticleAnswer);
const writeList = jsonOf(ArticlesAnswer);
const writeTags = jsonOf(TagsAnswer);

/** Milliseconds for which a list may tell that comments are open which age has closed. */
const listedForMs = 60_000;

export interface ArticleParts {
  pool: Pool;
  lookUps: Queryable;
  big: BigAnswers;
}

/** Articles as JSON; the answers are the same for everybody but for what is an account's own. */
@Injectable()
export class Articles {
  private readonly totals = new ArticleTotals();

  constructor(private readonly parts: ArticleParts) {}

  /**
   * @param readerId who is told what is their own, and nothing of what they mute.
   * @throws Problem 422 if there is no article that `after` names.
   */
  async list(
    { limit, offset, after, ...wanted }: PlaceInList & WantedArticles,
    readerId?: string,
  ): Promise<WholeAnswer> {
    const { pool } = this.parts;
    const shown = { ...wanted, notMutedBy: readerId };
    const list = await readArticleList(pool, { limit, offset, after }, shown, this.totals);
    if (list === undefined) throw unprocessable({ after: ['is not an article'] });
    const { articles: rows, articlesCount, hasMore } = list;
    const marks = await this.marksFor(
      readerId,
      rows.map(({ articleId }) => articleId),
    );
    const articles = rows.map((row) => presentArticleInList(row, marks.get(row.articleId)));
    const last = hasMore ? rows.at(-1)?.articleId : undefined;
    return {
      json: Buffer.from(writeList({ articles, articlesCount })),
      ...(last !== undefined && { link: linkAfter(last, limit, wanted) }),
    };
  }

  /** Tags of articles, those used last first. */
  async tags(): Promise<WholeAnswer> {
    return { json: Buffer.from(writeTags({ tags: await readTags(this.parts.pool) })) };
  }

  /** Whether lists have less for a guest than for strangers. */
  async differsFor(guestId: string): Promise<boolean> {
    return mutesSomething(this.parts.lookUps, guestId);
  }

  /** The version of all lists. Age closes comments without an event, so a list is told anew after a minute at most. */
  async readListVersion(): Promise<string> {
    return `${await readListVersion(this.parts.lookUps)}.${Math.floor(Date.now() / listedForMs)}`;
  }

  /** The version of an article. @throws Problem as `whyMissing` says. */
  async readVersion(slug: string): Promise<string> {
    const version = await readArticlePageVersion(this.parts.lookUps, slug);
    if (version === undefined) throw await whyMissing(this.parts.lookUps, slug);
    return version;
  }

  /** @throws Problem as `whyMissing` says; the large answer: 503 if too many are under way. */
  async one(slug: string, readerId?: string): Promise<WholeAnswer | LargeAnswer> {
    const row = await readArticlePage(this.parts.pool, slug);
    if (row === undefined) throw await whyMissing(this.parts.lookUps, slug);
    const article = await this.present(row, readerId);
    const length = row.body.length + row.bodyHtml.length + (row.houseHtml?.length ?? 0);
    const write = () => Buffer.from(writeArticle({ article }));
    if (length <= maxBytesAtOnce) return { json: write() };
    return (reply) => {
      this.parts.big.admit(reply, length);
      return Promise.resolve({ json: write() });
    };
  }

  /** An article as a person reads it who has just changed something of it. Undefined if it is gone. */
  async of(articleId: string, readerId: string): Promise<Article | undefined> {
    const row = await readArticlePageOf(this.parts.pool, articleId);
    return row && this.present(row, readerId);
  }

  private async present(row: ArticlePage, readerId: string | undefined): Promise<Article> {
    const marks = await this.marksFor(readerId, [row.articleId]);
    return presentArticle(row, marks.get(row.articleId));
  }

  private async marksFor(readerId: string | undefined, articleIds: string[]): Promise<Map<string, MarksForReader>> {
    if (readerId === undefined || articleIds.length === 0) return new Map();
    return readMarksForReader(this.parts.pool, readerId, articleIds);
  }
}
