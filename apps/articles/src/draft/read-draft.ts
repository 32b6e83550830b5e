import { PublishArticle, type Draft } from '#contracts/articles/article.commands.js';
import { erased } from '#contracts/personal.js';
import type { OpenedOf } from '#contracts/events.js';
import { notFound } from '#decider/rejection.js';
import { parseBody } from '#http/validate.js';
import { openEvent } from '#keyring/event-codec.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';

const sql = `
SELECT id, type, data FROM events WHERE stream = $1 AND type = 'ArticleDrafted' ORDER BY version DESC LIMIT 1`;

type Row = Pick<OpenedOf<'ArticleDrafted'>, 'id' | 'type'> & { data: unknown };

/**
 * What a draft says, if it can be published so. @param transaction with its author's key
 * @throws Problem 422 with what lacks; Rejection if there is no such draft, or it was erased
 */
export async function readDraft(
  { client, keys }: Pick<SealingTransaction<PoolClient>, 'client' | 'keys'>,
  articleId: string,
): Promise<PublishArticle> {
  const { rows } = await client.query<Row>({ name: 'read-draft', text: sql, values: [`article-${articleId}`] });
  const [row] = rows;
  if (row === undefined) throw notFound('DraftUnknown', 'draft');
  const { draft } = openEvent<OpenedOf<'ArticleDrafted'>>(row, keys).data;
  if (draft === erased) throw notFound('DraftErased', 'draft');
  return parseBody(PublishArticle, JSON.parse(draft) as Draft);
}
