import { isOver } from '#contracts/articles/closing.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { articleBySlug } from '../article-page/article-by-slug.sql.js';
import { closingColumns, closingOf, type ClosingColumns } from '../article-page/closing-columns.sql.js';
import type { Answer } from './answer.js';
import { answerVersionSql, headOf } from './answer-version.sql.js';

type OfArticle = Exclude<Answer, 'lists' | 'site'>;

const textOf = (answer: OfArticle, more = '') => `
SELECT ${more}article_id AS "articleId", ${answerVersionSql(answer, 'page.article_id')} AS version
FROM ${articleBySlug('$1')} AS page`;

const texts = {
  articles: textOf('articles', `page.published_at AS "publishedAt", ${closingColumns}, `),
  threads: textOf('threads'),
  'threads-current': textOf('threads-current'),
};

interface ArticleVersion {
  articleId: string;
  version: string;
}

/** The article that a slug leads to, and the version of an answer about it; to be read before the answer. */
export async function readArticleVersion(
  connection: Queryable,
  slug: string,
  answer: OfArticle,
): Promise<ArticleVersion | undefined> {
  const query = { name: `read-version-${answer}`, text: texts[answer], values: [slug] };
  return (await connection.query<ArticleVersion>(query)).rows[0];
}

/** The same of the article's own answer, which changes by time too: once age has closed its comments. */
export async function readArticlePageVersion(connection: Queryable, slug: string): Promise<string | undefined> {
  const query = { name: 'read-version-articles', text: texts.articles, values: [slug] };
  const row = (await connection.query<ArticleVersion & ClosingColumns & { publishedAt: Date }>(query)).rows[0];
  if (row === undefined) return undefined;
  const { version, publishedAt } = row;
  return isOver(closingOf(row, publishedAt), new Date().toISOString()) ? `${version}-over` : version;
}

const searchText = `SELECT concat(${answerVersionSql('lists')}, '-', ${headOf('threads')}, '-', ${headOf('threads-current')}) AS version`;

/** The version of all that can be found, with the names that are shown; to be read before it is searched. */
export async function readSearchVersion(connection: Queryable): Promise<string> {
  const { rows } = await connection.query<{ version: string }>({ name: 'read-version-search', text: searchText });
  return rows[0]?.version ?? '';
}

const textOfAll = (answer: 'lists' | 'site') => `SELECT ${answerVersionSql(answer)} AS version`;
const [listsText, siteText] = [textOfAll('lists'), textOfAll('site')];

/** The version of all lists of articles; to be read before the list. */
export async function readListVersion(connection: Queryable): Promise<string> {
  const { rows } = await connection.query<{ version: string }>({ name: 'read-version-lists', text: listsText });
  return rows[0]?.version ?? '';
}

/** The version of what the site says of itself; to be read before it. */
export async function readSiteVersion(connection: Queryable): Promise<string> {
  const { rows } = await connection.query<{ version: string }>({ name: 'read-version-site', text: siteText });
  return rows[0]?.version ?? '';
}
