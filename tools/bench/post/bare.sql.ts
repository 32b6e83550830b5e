/** The two writes of the bare way: the event as the event store has it, and the comment as readers see it. */
export const bareSql = {
  write: `
INSERT INTO events (stream, version, id, type, schema_version, topic, key, partition, occurred_at, recorded_at,
                    correlation_id, data)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  makeReadable: `
WITH stands AS (
  INSERT INTO comment_state
    (comment_id, article_id, parent_id, person_id, kind, posted_at, imported, version, bytes, shown)
  VALUES ($1, $2, $3, $4, $5, $11, false, 1, octet_length($8) + octet_length($9), true)
), seen AS (
  INSERT INTO comment_shown (comment_id, "from", version) VALUES ($1, $11, 1)
), made AS (
  INSERT INTO comment_text (comment_id, version, name, website, body, body_html, format)
  VALUES ($1, 1, $6, $7, $8, $9, $10) RETURNING comment_id::text
)
SELECT pg_notify('readable', comment_id) FROM made`,
};
