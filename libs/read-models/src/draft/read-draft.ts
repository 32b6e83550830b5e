import type { Queryable } from '#postgres/shared-connection.js';
import { columnsOfDraft, joinsOfDraft, type ReadDraft } from './draft-columns.sql.js';

const sql = `SELECT ${columnsOfDraft} FROM draft ${joinsOfDraft} WHERE draft.article_id = $1`;

/** A draft by its id. */
export async function readDraft(connection: Queryable, articleId: string): Promise<ReadDraft | undefined> {
  const { rows } = await connection.query<ReadDraft>({ name: 'read-draft', text: sql, values: [articleId] });
  return rows[0];
}
