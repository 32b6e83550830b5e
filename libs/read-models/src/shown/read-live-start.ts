import type { Queryable } from '#postgres/shared-connection.js';
import { microsecondsNow } from './sequence.sql.js';

/** Where somebody begins who follows an article. Sequences are microseconds: numbers are exact until the year 2255. */
export interface LiveStart {
  /** The sequence of the last change. */
  head: number;
  now: number;
  commentsCount: number;
  /** Changes behind where they left off, at most as many as were asked for. */
  missed: number;
}

const sql = `
SELECT coalesce((SELECT sequence FROM article_head WHERE article_id = $1), 0)::float8 AS head,
       ${microsecondsNow}::float8 AS now,
       coalesce((SELECT count FROM comment_count WHERE article_id = $1), 0) AS "commentsCount",
       (SELECT count(*) FROM (
          SELECT FROM article_activity WHERE article_id = $1 AND sequence > $2::bigint LIMIT $3) AS news)::int AS missed`;

/** @param left the sequence at which they left off; null: they come new */
export async function readLiveStart(
  connection: Queryable,
  { articleId, left, most }: { articleId: string; left: number | null; most: number },
): Promise<LiveStart> {
  const query = { name: 'read-live-start', text: sql, values: [articleId, left, most] };
  const { rows } = await connection.query<LiveStart>(query);
  return rows[0] as LiveStart;
}
