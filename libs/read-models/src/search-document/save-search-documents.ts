import type { ClientBase } from 'pg';
import { kindMark, marksOfTime, personMark, sectionMark } from './marks.js';
import type { SearchDocument } from './search-document.entity.js';

// The body comes first: the positions of its words are then their numbers. What was loaded before an erasure or a
// withdrawal is not stored after it.
const sql = `
INSERT INTO search_document (article_id, comment_id, at, changed_at, words)
SELECT article_id, comment_id, at, changed_at, to_tsvector('pg_catalog.english', body)
  || setweight(to_tsvector('pg_catalog.english', title), 'A')
  || setweight(to_tsvector('pg_catalog.english', description), 'B')
  || array_to_tsvector(string_to_array(marks, ' '))
FROM unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::timestamptz[])
  AS given (article_id, comment_id, person_id, at, body, title, description, marks, changed_at)
WHERE NOT EXISTS (SELECT FROM withdrawn_article AS withdrawn WHERE withdrawn.article_id = given.article_id)
  AND (comment_id = 0 OR NOT EXISTS (SELECT FROM erased_person AS gone WHERE gone.person_id = given.person_id))
ON CONFLICT (article_id, comment_id) DO UPDATE SET at = excluded.at, changed_at = excluded.changed_at, words = excluded.words`;

/** Inserts or replaces documents, in one statement. */
export async function saveSearchDocuments(client: ClientBase, documents: SearchDocument[]): Promise<void> {
  await client.query({
    name: 'save-search-documents',
    text: sql,
    values: [
      documents.map(({ articleId }) => articleId),
      documents.map(({ commentId }) => commentId),
      documents.map(({ personId }) => personId),
      documents.map(({ at }) => at),
      documents.map(({ body }) => body),
      documents.map(({ title }) => title),
      documents.map(({ description }) => description),
      documents.map((document) => marksOf(document).join(' ')),
      documents.map(({ changedAt }) => changedAt),
    ],
  });
}

const marksOf = ({ commentId, personId, sectionId, at }: SearchDocument): string[] => [
  commentId === 0 ? kindMark.article : kindMark.comment,
  personMark(personId),
  ...(sectionId === null ? [] : [sectionMark(sectionId)]),
  ...marksOfTime(at),
];
