import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';

/** The tables that are a pure fold of the topics, in the order of the dump; checkpoints are not. */
export const foldedTables = {
  article_page: 'article_id',
  article_slug: 'slug, article_id',
  article_tag: 'article_id, tag',
  former_path: 'path, article_id',
  favorite: 'article_id, person_id',
  withdrawn_article: 'article_id',
  draft: 'article_id',
  section: 'section_id',
  comment_state: 'comment_id',
  comment_shown: 'comment_id, "from"',
  comment_text: 'comment_id, version',
  comment_count: 'article_id',
  search_document: 'article_id, comment_id',
  commenter: 'person_id',
  comments_by_person: 'person_id, partition',
  nick_history: 'person_id, version',
  person_history: 'person_id, version',
  erased_person: 'person_id',
  following: 'follower_id, followed_id',
  muted: 'person_id',
  ended_session: 'session_id',
  address_range: 'range_id',
  site_identity: 'id',
  thesaurus_entry: 'entry_id',
  thread_visit: 'article_id, person_id',
  stream_progress: 'stream',
  folded_stream: 'stream',
};

/**
 * Tables that depend on the order and time in which the topics were read, and are therefore in no dump.
 * `what-is-shown.int-spec.ts` tests their content.
 */
export const orderedTables = ['article_activity', 'article_head', 'site_head'];

/** All tables that the projections write. */
export const savedTables = [...Object.keys(foldedTables), ...orderedTables];

/**
 * Every folded row as a JSON text, sorted: two sets of read models are equal if their dumps are.
 * @param client its search_path is the set's schema.
 */
export async function canonicalDump(client: ClientBase | Pool): Promise<string[]> {
  const lines: string[] = [];
  for (const [table, key] of Object.entries(foldedTables)) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT to_jsonb(folded)::text AS row FROM ${table} AS folded ORDER BY ${key}`,
    );
    lines.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return lines;
}

export const digestOf = (dump: string[]): string => createHash('sha256').update(dump.join('\n')).digest('hex');
