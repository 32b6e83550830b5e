import type { Queryable } from '#postgres/shared-connection.js';
import { articleBySlug } from '../article-page/article-by-slug.sql.js';
import type { Answer } from './answer.js';
import { answerVersionSql, headOf } from './answer-version.sql.js';

type OfArticle = Exclude<Answer, 'lists' | 'site'>;

const textOf = (answer: OfArticle) => `
SELECT article_id AS "articleId", ${answerVersionSql(answer, 'page.article_id')} AS version
FROM ${articleBySlug('$1')} AS page`;

const texts = {
  articles: textOf('articles'),
  threads: textOf('threads'),
  'threads-current': textOf('threads-current'),
};

/** The article that a slug leads to, and the version of an answer about it; to be read before the answer. */
export async function readArticleVersion(
  connection: Queryable,
  slug: string,
  answer: OfArticle,
): Promise<{ articleId: string; version: string } | undefined> {
  const query = { name: `read-version-${answer}`, text: texts[answer], values: [slug] };
  return (await connection.query<{ articleId: string; version: string }>(query)).rows[0];
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
