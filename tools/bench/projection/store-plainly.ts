import type { KafkaMessage } from 'kafkajs';
import type { Pool, PoolClient } from 'pg';
import type { PlainRow } from './plain-rows.js';
import { plainSql } from './plain.sql.js';

export interface PlainBatch {
  topic: string;
  partition: number;
  messages: KafkaMessage[];
  rows: PlainRow[];
}

/** One transaction a batch: the checkpoint's row lock, an upsert a table, the checkpoint. */
export async function storePlainly(pool: Pool, { topic, partition, messages, rows }: PlainBatch): Promise<void> {
  const client = await pool.connect();
  const run = (name: keyof typeof plainSql, values: unknown[]) =>
    client.query<{ next_offset: string }>({ name, text: plainSql[name], values });
  try {
    await client.query('BEGIN');
    const { rows: checkpoints } = await run('lockCheckpoint', [topic, partition]);
    const next = BigInt(checkpoints[0]?.next_offset ?? 0);
    const fresh = rows.filter((_, at) => BigInt(messages[at]?.offset ?? 0) >= next);
    await storeRows(run, fresh, partition);
    const nextOffset = BigInt(messages.at(-1)?.offset ?? 0) + 1n;
    await run('storeCheckpoint', [topic, partition, nextOffset, fresh.length]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

type Run = (name: keyof typeof plainSql, values: unknown[]) => ReturnType<PoolClient['query']> | Promise<unknown>;

async function storeRows(run: Run, rows: PlainRow[], partition: number): Promise<void> {
  const column = <Key extends keyof PlainRow>(key: Key) => rows.map((row) => row[key]);
  const articles = Map.groupBy(rows, ({ articleId }) => articleId);
  const people = Map.groupBy(rows, ({ personId }) => personId);
  const counts = (groups: Map<string, PlainRow[]>) => [...groups.values()].map(({ length }) => length);
  await run(
    'states',
    (['commentId', 'articleId', 'parentId', 'personId', 'kind', 'postedAt', 'bytes'] as const).map(column),
  );
  await run('shown', (['commentId', 'recordedAt'] as const).map(column));
  await run('texts', (['commentId', 'name', 'website', 'body', 'bodyHtml', 'format'] as const).map(column));
  await run('documents', (['articleId', 'commentId', 'postedAt', 'words', 'marks'] as const).map(column));
  await run('counts', [[...articles.keys()], counts(articles), [...articles.values()].map(latest)]);
  await run('people', [[...people.keys()], partition, counts(people)]);
  await run('progress', [column('stream'), column('version')]);
}

const latest = (rows: PlainRow[]) => rows.reduce((last, { postedAt }) => (postedAt > last ? postedAt : last), '');
