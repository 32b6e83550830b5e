/** The statements of the plain script, on the tables of the real read model. */
export const plainSql = {
  lockCheckpoint: `
INSERT INTO checkpoint (topic, partition) VALUES ($1, $2)
ON CONFLICT (topic, partition) DO UPDATE SET topic = excluded.topic RETURNING next_offset`,
  storeCheckpoint: `
UPDATE checkpoint SET next_offset = $3, counted = counted + $4 WHERE topic = $1 AND partition = $2`,
  states: `
INSERT INTO comment_state
  (comment_id, article_id, parent_id, person_id, kind, posted_at, bytes, imported, version, shown)
SELECT *, false, 1, true
FROM unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[], $7::int[])
ON CONFLICT (comment_id) DO UPDATE SET
  article_id = excluded.article_id, parent_id = excluded.parent_id, person_id = excluded.person_id,
  kind = excluded.kind, posted_at = excluded.posted_at, bytes = excluded.bytes`,
  shown: `
INSERT INTO comment_shown (comment_id, "from", version)
SELECT *, 1 FROM unnest($1::bigint[], $2::timestamptz[])
ON CONFLICT (comment_id, "from") DO NOTHING`,
  texts: `
INSERT INTO comment_text (comment_id, version, name, website, body, body_html, format)
SELECT comment_id, 1, name, website, body, body_html, format
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
  AS written (comment_id, name, website, body, body_html, format)
ON CONFLICT (comment_id, version) DO NOTHING`,
  documents: `
INSERT INTO search_document (article_id, comment_id, at, words)
SELECT article_id, comment_id, at, to_tsvector('pg_catalog.english', words) || array_to_tsvector(string_to_array(marks, ' '))
FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[])
  AS given (article_id, comment_id, at, words, marks)
ON CONFLICT (article_id, comment_id) DO NOTHING`,
  counts: `
INSERT INTO comment_count AS stored (article_id, count, last_posted_at)
SELECT * FROM unnest($1::uuid[], $2::int[], $3::timestamptz[])
ON CONFLICT (article_id) DO UPDATE SET
  count = stored.count + excluded.count, last_posted_at = greatest(stored.last_posted_at, excluded.last_posted_at)`,
  people: `
INSERT INTO comments_by_person AS stored (person_id, partition, count)
SELECT person_id, $2, count FROM unnest($1::uuid[], $3::int[]) AS given (person_id, count)
ON CONFLICT (person_id, partition) DO UPDATE SET count = stored.count + excluded.count`,
  progress: `
INSERT INTO stream_progress (stream, version) SELECT * FROM unnest($1::text[], $2::int[])
ON CONFLICT (stream) DO UPDATE SET version = excluded.version`,
};
