import type { BodyFormat } from '#contracts/body-format.js';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import { renderBody } from '#rendering/render-body.js';
import { eventually } from '#testing/eventually.js';
import type { Pool } from 'pg';
import { differences, type Row } from './differences.js';
import { linesOf } from './fixture.js';

const schema = 'read_v1';
const maxTold = 30;

/** The tables with their keys: first those that must be empty, then those that readers see. */
const keys: Record<string, string[]> = {
  halted_stream: ['stream'],
  parked_event: ['stream', 'version'],
  article_page: ['article_id'],
  comment_thread: ['comment_id'],
  comment_count: ['article_id'],
  commenter: ['person_id'],
  comments_by_person: ['person_id', 'partition'],
  nick_history: ['person_id', 'version'],
  person_history: ['person_id', 'version'],
  erased_person: ['person_id'],
  following: ['follower_id', 'followed_id'],
  ended_session: ['session_id'],
  address_range: ['range_id'],
  stream_progress: ['stream'],
};

/** Tables of the version before that are stored differently now, and the query that has all their columns. */
const madeOf: Record<string, string> = { comment_thread: currentComments };

async function rowsOf(pool: Pool, table: string): Promise<Row[]> {
  const source = madeOf[table] ?? `${schema}.${table}`;
  const { rows } = await pool.query<{ row: Row }>(`SELECT to_jsonb(one) AS row FROM ${source} AS one`);
  return rows.map(({ row }) => row);
}

/** Waits until every stream of the fixture is folded to its end, or has stopped at an event that cannot be folded. */
export async function untilFolded(pool: Pool): Promise<void> {
  const wanted = linesOf<{ stream: string; version: number }>('read-model', 'stream_progress.ndjson');
  const isThere = async () => {
    const shown = new Map((await rowsOf(pool, 'stream_progress')).map(({ stream, version }) => [stream, version]));
    const halted = new Set((await rowsOf(pool, 'halted_stream')).map(({ stream }) => stream));
    const behind = wanted.filter(({ stream, version }) => shown.get(stream) !== version && !halted.has(stream));
    if (behind.length > 0) throw new Error(`${behind.length} streams are behind, one of them ${behind[0]?.stream}`);
    return true;
  };
  await eventually(isThere, { what: 'the read models to be folded', timeoutMs: 30_000, everyMs: 50 });
}

/** A row with what the renderer of now makes of its text. */
export const renderedNow = (row: Row): Row =>
  'body_html' in row
    ? { ...row, body_html: renderBody(String(row['body']), row['format'] as BodyFormat, 'comment_id' in row) }
    : row;

/**
 * How readers see other data than in the version before; empty if they do not. @param pool in UTC. @param before of its rows,
 * what is expected
 */
export async function readModelDifferences(pool: Pool, before = (row: Row): Row => row): Promise<string[]> {
  const lines: string[] = [];
  for (const [table, key] of Object.entries(keys)) {
    lines.push(
      ...differences(table, key, linesOf<Row>('read-model', `${table}.ndjson`).map(before), await rowsOf(pool, table)),
    );
  }
  return lines.length > maxTold ? [...lines.slice(0, maxTold), `and ${lines.length - maxTold} more`] : lines;
}
