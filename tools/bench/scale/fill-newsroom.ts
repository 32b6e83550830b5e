import type { Pool } from 'pg';
import { loadSearchDocuments } from '#read-models/search-document/load-search-documents.js';
import { saveSearchDocuments } from '#read-models/search-document/save-search-documents.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { say } from '../progress.js';
import * as sql from './newsroom.sql.js';

/** Comments of an article, in the mean. */
export const commentsToArticle = 20;
/** Articles whose rows are made by one statement. */
const articlesAtOnce = 5_000;
/** Documents of the search that are made at once. */
const documentsAtOnce = 2_000;

/** Makes what does not grow: sections, people, words. */
export async function prepareNewsroom(pool: Pool): Promise<void> {
  for (const statement of sql.once) await pool.query(statement);
}

/** Adds the articles from one number up to another, older than those that are there, with all their comments. */
export async function growNewsroom(pool: Pool, from: number, upTo: number): Promise<void> {
  await pool.query(sql.plan, [from, upTo, commentsToArticle]);
  const statements = [sql.articles, sql.articleTags, sql.commentStates, sql.commentTexts, sql.commentCounts];
  // Documents are made while the next rows are: the one needs this process, the other Postgres.
  let documents = Promise.resolve();
  for (let first = from; first < upTo; first += articlesAtOnce) {
    const range = [first, Math.min(upTo, first + articlesAtOnce)];
    for (const statement of statements) await pool.query(statement, range);
    await documents;
    documents = makeDocuments(pool, range);
    // Whatever it says, it is heard above or below.
    documents.catch(() => undefined);
    say(`${range[1]} articles`);
  }
  await documents;
  await pool.query(sql.perPerson);
  await pool.query('VACUUM ANALYZE');
}

const idsOf = `
SELECT article_id::text AS id, true AS "isArticle" FROM article_page
WHERE article_id IN (SELECT md5('article' || number)::uuid FROM bench_article WHERE number >= $1 AND number < $2)
UNION ALL SELECT comment_id::text, false FROM comment_state
WHERE article_id IN (SELECT md5('article' || number)::uuid FROM bench_article WHERE number >= $1 AND number < $2)`;

/** As the projector makes them. */
async function makeDocuments(pool: Pool, range: number[]): Promise<void> {
  const { rows } = await pool.query<{ id: string; isArticle: boolean }>(idsOf, range);
  for (let first = 0; first < rows.length; first += documentsAtOnce) {
    const some = rows.slice(first, first + documentsAtOnce);
    const ids = (isArticle: boolean) => some.filter((row) => row.isArticle === isArticle).map(({ id }) => id);
    await inTransaction(pool, async (client) => {
      const documents = await loadSearchDocuments(client, ids(true), ids(false).map(Number));
      await saveSearchDocuments(client, documents);
    });
  }
}

export interface Size {
  articles: number;
  comments: number;
}

export async function sizeOf(pool: Pool): Promise<Size> {
  const text = `SELECT (SELECT count(*)::int FROM article_page) AS articles, (SELECT count(*)::int FROM comment_state) AS comments`;
  return (await pool.query<Size>(text)).rows[0] as Size;
}
