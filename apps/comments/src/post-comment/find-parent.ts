import type { ClientBase, Pool } from 'pg';
import { findComment } from '../comment/find-comment.js';

/** The comment replied to, from its own stream; undefined if there is none such. */
export async function findParent(
  client: ClientBase | Pool,
  parentId: number,
): Promise<{ articleId: string; shown: boolean } | undefined> {
  const parent = await findComment(client, parentId);
  return parent.kind === 'unposted' ? undefined : { articleId: parent.articleId, shown: parent.kind === 'shown' };
}
