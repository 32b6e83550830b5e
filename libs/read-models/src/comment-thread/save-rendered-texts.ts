import type { ClientBase } from 'pg';
import { bytesOfText } from './bytes-of-text.js';
import type { OutdatedText } from './read-outdated-texts.js';

// An erasure locks the comment first, then its texts: so does this, and waits for nobody. What is locked or was changed
// meanwhile is left: it is found again where its HTML is still of an older renderer.
const sqlFree = `
SELECT comment_id AS "commentId" FROM comment_state WHERE comment_id = ANY($1::bigint[])
FOR UPDATE SKIP LOCKED`;

const sql = `
WITH rendered AS (
  SELECT * FROM unnest($2::bigint[], $3::int[], $4::text[], $5::text[], $6::int[])
    AS rendered (comment_id, version, xmin_read, body_html, bytes)
), stored AS (
  UPDATE comment_text AS written SET renderer = $1, body_html = rendered.body_html FROM rendered
  WHERE written.comment_id = rendered.comment_id AND written.version = rendered.version
    AND written.xmin::text = xmin_read
  RETURNING written.comment_id, written.version, rendered.bytes
), measured AS (
  UPDATE comment_state AS state SET bytes = stored.bytes FROM stored
  WHERE state.comment_id = stored.comment_id AND state.version = stored.version
)
SELECT count(*)::int AS stored, array_agg(DISTINCT article_id) AS "articleIds"
FROM stored JOIN comment_state USING (comment_id)`;

/** Stores what these texts have become. @returns how many, and the ids of their articles */
export async function saveRenderedTexts(
  client: ClientBase,
  renderer: number,
  rows: OutdatedText[],
): Promise<{ stored: number; articleIds: string[] }> {
  const ids = rows.map(({ commentId }) => commentId);
  const free = await client.query<{ commentId: number }>({ name: 'lock-free-comments', text: sqlFree, values: [ids] });
  const locked = new Set(free.rows.map(({ commentId }) => commentId));
  const taken = rows.filter(({ commentId }) => locked.has(commentId));
  const values = [
    renderer,
    taken.map((row) => row.commentId),
    taken.map((row) => row.version),
    taken.map((row) => row.xmin),
    taken.map((row) => row.bodyHtml),
    taken.map(bytesOfText),
  ];
  type Saved = { stored: number; articleIds: string[] | null };
  const saved = await client.query<Saved>({ name: 'save-rendered-texts', text: sql, values });
  const { stored = 0, articleIds } = saved.rows[0] ?? {};
  return { stored, articleIds: articleIds ?? [] };
}
