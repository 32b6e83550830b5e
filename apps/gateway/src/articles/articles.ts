import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Queryable } from '#postgres/shared-connection.js';
import { notFound, unprocessable } from '#http/problem.js';
import { countNewComments } from '#read-models/thread-visit/count-new-comments.js';
import { readArticleList, type ListedArticle } from '#read-models/article-page/read-article-list.js';
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

/** Articles as JSON; the answers are the same for everybody but for an account's news. */
@Injectable()
export class Articles {
  constructor(private readonly parts: ArticleParts) {}

  /**
   * @param readerId an account, to which is said how many comments are new.
   * @throws Problem 422 if there is no article that `after` names.
   */
  async list({ limit, offset = 0, after }: PageOfArticles, readerId?: string): Promise<WholeAnswer> {
    const { pool } = this.parts;
    const read =
      after === undefined ? readArticleList(pool, { limit, offset }) : readArticlesAfter(pool, { limit, after });
    const list = await read;
    if (list === undefined) throw unprocessable({ after: ['is not an article'] });
    const { articles: rows, articlesCount, hasMore } = list;
    const news = readerId === undefined ? undefined : await this.newsFor(readerId, rows);
    const articles = rows.map((row) => ({ ...presentArticleInList(row), newCount: news?.get(row.articleId) }));
    const json = Buffer.from(writeList({ articles, articlesCount }));
    const last = rows.at(-1)?.articleId;
    return { json, ...(hasMore && { link: `</api/articles?after=${last}&limit=${limit}>; rel="next"` }) };
  }

  private newsFor(readerId: string, rows: ListedArticle[]): Promise<Map<string, number>> {
    return countNewComments(
      this.parts.pool,
      readerId,
      rows.map(({ articleId }) => articleId),
    );
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
