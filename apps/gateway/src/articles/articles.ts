import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Queryable } from '#postgres/shared-connection.js';
import { notFound, unprocessable } from '#http/problem.js';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlesAfter } from '#read-models/article-page/read-articles-after.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { readArticleVersion, readListVersion } from '#read-models/shown/read-answer-version.js';
import { type BigAnswers, maxBytesAtOnce } from '../answers/big-answers.js';
import { jsonOf } from '../answers/json-of.js';
import type { LargeAnswer, WholeAnswer } from '../answers/whole-answer.js';
import { ArticleAnswer, ArticlesAnswer } from './article.answers.js';
import type { PageOfArticles } from './page-of-articles.js';
import { presentArticle, presentArticleInList } from './present-article.js';

const writeArticle = jsonOf(ArticleAnswer);
const writeList = jsonOf(ArticlesAnswer);

export interface ArticleParts {
  pool: Pool;
  lookUps: Queryable;
  big: BigAnswers;
}

/** Articles as JSON; the answers are the same for everybody. */
@Injectable()
export class Articles {
  constructor(private readonly parts: ArticleParts) {}

  /** @throws Problem 422 if there is no article that `after` names. */
  async list({ limit, offset = 0, after }: PageOfArticles): Promise<WholeAnswer> {
    const { pool } = this.parts;
    const read =
      after === undefined ? readArticleList(pool, { limit, offset }) : readArticlesAfter(pool, { limit, after });
    const list = await read;
    if (list === undefined) throw unprocessable({ after: ['is not an article'] });
    const { articles, articlesCount, hasMore } = list;
    const json = Buffer.from(writeList({ articles: articles.map(presentArticleInList), articlesCount }));
    const last = articles.at(-1)?.articleId;
    return { json, ...(hasMore && { link: `</api/articles?after=${last}&limit=${limit}>; rel="next"` }) };
  }

  /** The version of all lists. */
  readListVersion(): Promise<string> {
    return readListVersion(this.parts.lookUps);
  }

  /** The version of an article. @throws Problem 404 */
  async readVersion(slug: string): Promise<string> {
    const found = await readArticleVersion(this.parts.lookUps, slug, 'articles');
    if (found === undefined) throw notFound('article');
    return found.version;
  }

  /** @throws Problem 404; the large answer: 503 if too many are under way. */
  async one(slug: string): Promise<WholeAnswer | LargeAnswer> {
    const row = await readArticlePage(this.parts.pool, slug);
    if (row === undefined) throw notFound('article');
    const length = row.body.length + row.bodyHtml.length;
    const write = () => Buffer.from(writeArticle({ article: presentArticle(row) }));
    if (length <= maxBytesAtOnce) return { json: write() };
    return (reply) => {
      this.parts.big.admit(reply, length);
      return Promise.resolve({ json: write() });
    };
  }
}
