import type { Queryable } from '#postgres/shared-connection.js';
import { partitionOf } from '#contracts/topics.js';
import type { BehindStream } from '#projection/projection.js';

const sql = `
SELECT stream FROM listening.stream_progress AS progress LEFT JOIN listening.folded_stream AS folded USING (stream)
WHERE (stream = 'site' OR stream LIKE 'article-%' OR stream LIKE 'section-%')
  AND folded.version IS DISTINCT FROM progress.version`;

/** The streams of which an older version of this service knew too little: not when comments close. */
export async function findStreamsBehind(connection: Queryable): Promise<BehindStream[]> {
  const { rows } = await connection.query<{ stream: string }>({ name: 'find-streams-behind', text: sql });
  return rows.map(({ stream }) => ({ stream, partition: partitionOf(stream.replace(/^[a-z]+-/, '')), bytes: 0 }));
}
