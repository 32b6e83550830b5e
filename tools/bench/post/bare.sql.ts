/** The two writes of the bare way: the event as the event store has it, and the comment as readers see it. */
export const bareSql = {
  write: `
INSERT INTO events (stream, version, id, type, schema_version, topic, key, partition, occurred_at, recorded_at,
                    correlation_id, data)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  makeReadable: `
WITH made AS (
  INSERT INTO read_v1.comment_thread
    (comment_id, article_id, parent_id, person_id, kind, name, website, body, body_html, format, posted_at, imported)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, false) RETURNING comment_id::text
)
SELECT pg_notify('readable', comment_id) FROM made`,
};
