import { inTransaction } from '#postgres/in-transaction.js';
import type { ClientBase, Pool } from 'pg';
import { erasedText } from '#contracts/personal.js';
import { lockErasures } from '../erased-person/lock-erasures.js';
import { raiseSiteHeads } from '../shown/raise-site-heads.js';
import { loadSearchDocuments, longestSearchedHtml } from './load-search-documents.js';
import { saveSearchDocuments } from './save-search-documents.js';

/** Articles or comments that are compared at once, and the bytes of HTML behind which no further document is made. */
export const filledAtOnce = { texts: 500, bytes: 500_000 };
/** Milliseconds between two rounds. */
export const fillEveryMs = 30_000;

const sqlAnew = `
INSERT INTO search_filling (kind, last) VALUES ('article', '00000000-0000-0000-0000-000000000000'), ('comment', '0')
ON CONFLICT (kind) DO UPDATE SET last = excluded.last`;

/** Has all documents compared with what readers see: a projector of an older version makes and deletes none. */
export async function fillSearchAnew(client: ClientBase): Promise<void> {
  await client.query(sqlAnew);
}

const sqlNext = `SELECT kind, last FROM search_filling ORDER BY kind LIMIT 1 FOR UPDATE SKIP LOCKED`;

const bytesOf = (ofHtml: string) => `least(${ofHtml}, ${longestSearchedHtml})`;

const sqls = {
  article: `
SELECT article_id::text AS id, article_id AS "articleId", true AS "isShown",
       ${bytesOf('octet_length(body_html) + coalesce(octet_length(remark_html), 0)')} AS bytes,
       EXISTS (SELECT FROM search_document AS document WHERE document.article_id = page.article_id
               AND comment_id = 0 AND changed_at = page.updated_at) AS "isThere"
FROM article_page AS page WHERE article_id > $1::text::uuid ORDER BY article_id LIMIT ${filledAtOnce.texts}`,
  comment: `
SELECT state.comment_id::text AS id, state.article_id AS "articleId", document.comment_id IS NOT NULL AS "isThere",
       ${bytesOf('octet_length(body_html)')} AS bytes,
       shown AND NOT deleted AND body <> '${erasedText}' AND withdrawn.article_id IS NULL AS "isShown"
FROM (SELECT * FROM comment_state WHERE comment_id > $1::text::bigint ORDER BY comment_id LIMIT ${filledAtOnce.texts}) AS state
JOIN LATERAL (SELECT body, body_html FROM comment_text WHERE comment_text.comment_id = state.comment_id
              AND comment_text.version = state.version) AS text ON true
LEFT JOIN withdrawn_article AS withdrawn ON withdrawn.article_id = state.article_id
LEFT JOIN search_document AS document ON document.article_id = state.article_id AND document.comment_id = state.comment_id
ORDER BY state.comment_id`,
};

interface Compared {
  id: string;
  articleId: string;
  isShown: boolean;
  isThere: boolean;
  /** Of the HTML of which a document is made. */
  bytes: number;
}

const isMissing = ({ isShown, isThere }: Compared) => isShown && !isThere;

/** Those of one portion: the first document is made whatever its size. */
function untilFull(rows: Compared[]): Compared[] {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    if (!isMissing(row)) return false;
    if (bytes >= filledAtOnce.bytes) return true;
    bytes += row.bytes;
    return false;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

// As a batch locks them, and a refold: a withdrawal that is under way is waited for, or comes after; and nobody else has
// locked documents of these articles in another order.
const sqlHeads = `SELECT FROM article_head WHERE article_id = ANY($1::uuid[]) ORDER BY article_id FOR SHARE`;
const sqlDelete = `DELETE FROM search_document AS document USING unnest($1::uuid[], $2::bigint[]) AS gone (article_id, comment_id)
WHERE document.article_id = gone.article_id AND document.comment_id = gone.comment_id`;
const sqlForward = `UPDATE search_filling SET last = $2 WHERE kind = $1`;
const sqlDone = `DELETE FROM search_filling WHERE kind = $1`;

/** Compares one portion, and makes or deletes documents. @returns how many were compared; 0: nothing is left to do. */
export const fillSearchDocuments = (pool: Pool): Promise<number> =>
  inTransaction(pool, async (client) => {
    const { rows: next } = await client.query<{ kind: 'article' | 'comment'; last: string }>(sqlNext);
    if (!next[0]) return 0;
    const { kind, last } = next[0];
    await lockErasures(client, 'writing');
    const found = await client.query<Compared>({ name: `compare-search-${kind}`, text: sqls[kind], values: [last] });
    const rows = untilFull(found.rows);
    const at = rows.at(-1);
    if (!at) {
      await client.query(sqlDone, [kind]);
      // What was found meanwhile is kept by the version of the lists.
      await raiseSiteHeads(client, ['lists']);
      return 1;
    }
    await mend(client, kind, rows);
    await client.query(sqlForward, [kind, at.id]);
    return rows.length;
  });

async function mend(client: ClientBase, kind: 'article' | 'comment', rows: Compared[]): Promise<void> {
  const missing = rows.filter(isMissing);
  const tooMany = rows.filter(({ isShown, isThere }) => !isShown && isThere);
  const mended = [...missing, ...tooMany];
  if (mended.length > 0) await client.query(sqlHeads, [[...new Set(mended.map(({ articleId }) => articleId))]]);
  if (missing.length > 0) {
    const articleIds = kind === 'article' ? missing.map(({ id }) => id) : [];
    const commentIds = kind === 'comment' ? missing.map(({ id }) => Number(id)) : [];
    // It may have been held since it was compared.
    const documents = await loadSearchDocuments(client, articleIds, commentIds);
    await saveSearchDocuments(
      client,
      documents.filter(({ isHeld }) => !isHeld),
    );
  }
  if (tooMany.length > 0) {
    await client.query(sqlDelete, [tooMany.map(({ articleId }) => articleId), tooMany.map(({ id }) => id)]);
  }
}
