import type { ClientBase } from 'pg';
import type { DraftRow } from './draft.entity.js';

const sql = `
INSERT INTO draft (article_id, author_id, status, content, publish_at, note, reason, created_at, updated_at)
SELECT article_id, author_id, status, content, publish_at, note, reason, created_at, updated_at
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::text[], $7::text[],
            $8::timestamptz[], $9::timestamptz[])
  AS given (article_id, author_id, status, content, publish_at, note, reason, created_at, updated_at)
WHERE NOT EXISTS (SELECT FROM erased_person WHERE erased_person.person_id = given.author_id)
ON CONFLICT (article_id) DO UPDATE SET status = excluded.status, content = excluded.content,
  publish_at = excluded.publish_at, note = excluded.note, reason = excluded.reason, updated_at = excluded.updated_at`;

/** Inserts or replaces rows, in one statement; none of who is erased, however late they come. */
export async function saveDrafts(client: ClientBase, rows: DraftRow[]): Promise<void> {
  await client.query({
    name: 'save-drafts',
    text: sql,
    values: [
      rows.map((row) => row.articleId),
      rows.map((row) => row.authorId),
      rows.map((row) => row.status),
      rows.map((row) => JSON.stringify(row.content)),
      rows.map((row) => row.publishAt),
      rows.map((row) => row.note),
      rows.map((row) => row.reason),
      rows.map((row) => row.createdAt),
      rows.map((row) => row.updatedAt),
    ],
  });
}
