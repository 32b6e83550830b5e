import type { ClientBase } from 'pg';

const sqlOfArticles = `DELETE FROM search_document WHERE article_id = ANY($1::uuid[])`;

/** Deletes the documents of articles and of all their comments. */
export async function deleteDocumentsOfArticles(client: ClientBase, articleIds: string[]): Promise<void> {
  await client.query({ name: 'delete-documents-of-articles', text: sqlOfArticles, values: [articleIds] });
}

const sqlOfPeople = `
DELETE FROM search_document AS document USING comment_state AS state
WHERE state.person_id = ANY($1::uuid[])
  AND document.article_id = state.article_id AND document.comment_id = state.comment_id`;

/** Deletes the documents of everything that these people have commented. */
export async function deleteCommentDocumentsOf(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-comment-documents-of', text: sqlOfPeople, values: [personIds] });
}
