import type { Pool } from 'pg';
import type { TopicMessage } from '../kafka.js';
import { trailAfter, type KeyTally, type StreamTally } from './tally-set.js';

export interface Tallies {
  byStream: StreamTally[];
  byKey: KeyTally[];
}

/** The content of the tables. */
export async function storedTallies(pool: Pool, schema: string): Promise<Tallies> {
  const byStream = await pool.query<StreamTally>(`SELECT * FROM ${schema}.by_stream ORDER BY stream COLLATE "C"`);
  const byKey = await pool.query<KeyTally>(`SELECT * FROM ${schema}.by_key ORDER BY key COLLATE "C"`);
  return { byStream: byStream.rows, byKey: byKey.rows };
}

/** The expected content: each stream's distinct versions in order, up to its first gap, folded without our libraries. */
export function foldOfLog(messages: Pick<TopicMessage, 'key' | 'headers'>[]): Tallies {
  const streams = new Map<string, { key: string; versions: Set<number> }>();
  for (const { key, headers } of messages) {
    const name = headers['ce_subject']?.toString();
    if (name === undefined) continue;
    const stream = streams.get(name) ?? { key: String(key), versions: new Set<number>() };
    stream.versions.add(Number(headers['ce_sequence']?.toString()));
    streams.set(name, stream);
  }
  const byKey = new Map<string, number>();
  const byStream: StreamTally[] = [];
  for (const [stream, { key, versions }] of streams) {
    let [count, trail] = [0, ''];
    for (let version = 1; versions.has(version); version += 1) [count, trail] = [version, trailAfter(trail, version)];
    if (count === 0) continue;
    byStream.push({ stream, count, trail });
    byKey.set(key, (byKey.get(key) ?? 0) + count);
  }
  const sorted = <Row>(rows: Row[], by: (row: Row) => string) => rows.sort((a, b) => (by(a) < by(b) ? -1 : 1));
  return {
    byStream: sorted(byStream, ({ stream }) => stream),
    byKey: sorted(
      [...byKey].map(([key, count]) => ({ key, count })),
      ({ key }) => key,
    ),
  };
}
