import type { ClientBase } from 'pg';

const sqlOfArticles = `DELETE FROM search_document WHERE article_id = ANY($1::uuid[])`;

/** Deletes the documents of articles and of all their comments. */
export async function deleteDocumentsOfArticles(client: ClientBase, articleIds: string[]): Promise<void> {
  await client.query({ name: 'delete-documents-of-articles', text: sqlOfArticles, values: [articleIds] });
}

const sqlOfComments = `
DELETE FROM search_document AS document USING unnest($1::uuid[], $2::bigint[]) AS gone (article_id, comment_id)
WHERE document.article_id = gone.article_id AND document.comment_id = gone.comment_id`;

/** Deletes the documents of these comments. */
export async function deleteDocumentsOfComments(
  client: ClientBase,
  comments: { articleId: string; commentId: number }[],
): Promise<void> {
  const values = [comments.map(({ articleId }) => articleId), comments.map(({ commentId }) => commentId)];
  await client.query({ name: 'delete-documents-of-comments', text: sqlOfComments, values });
}

const sqlOfPeople = `
DELETE FROM search_document AS document USING comment_state AS state
WHERE state.person_id = ANY($1::uuid[])
  AND document.article_id = state.article_id AND document.comment_id = state.comment_id`;

/** Deletes the documents of everything that these people have commented. */
export async function deleteCommentDocumentsOf(client: ClientBase, personIds: string[]): Promise<void> {
  await client.query({ name: 'delete-comment-documents-of', text: sqlOfPeople, values: [personIds] });
}
