import type { RecordedEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';

/** How far a stream has come here. */
export interface StreamState {
  version: number;
  halted: boolean;
  /** Events that came before their predecessors, by version. */
  parked: Map<number, RecordedEvent>;
}

interface Row {
  stream: string;
  version: number;
  halted: boolean;
  parked: boolean;
}

/** The state of each of the streams; one never heard of is at version 0. */
export async function readStreamStates(
  client: ClientBase,
  schema: string,
  streams: string[],
): Promise<Map<string, StreamState>> {
  const text = `
SELECT wanted.stream, coalesce(progress.version, 0) AS version, halted.stream IS NOT NULL AS halted,
       EXISTS (SELECT FROM ${schema}.parked_event AS parked WHERE parked.stream = wanted.stream) AS parked
FROM unnest($1::text[]) AS wanted (stream)
LEFT JOIN ${schema}.stream_progress AS progress ON progress.stream = wanted.stream
LEFT JOIN ${schema}.halted_stream AS halted ON halted.stream = wanted.stream`;
  const { rows } = await client.query<Row>({ name: `stream-states-${schema}`, text, values: [streams] });
  const states = new Map(
    rows.map(({ stream, version, halted }) => [stream, { version, halted, parked: new Map<number, RecordedEvent>() }]),
  );
  const withParked = rows.filter(({ parked }) => parked).map(({ stream }) => stream);
  if (withParked.length > 0) {
    const parked = await client.query<{ event: RecordedEvent }>(
      `SELECT event FROM ${schema}.parked_event WHERE stream = ANY($1)`,
      [withParked],
    );
    for (const { event } of parked.rows) states.get(event.stream)?.parked.set(event.version, event);
  }
  return states;
}

export async function storeStreamProgress(
  client: ClientBase,
  schema: string,
  progress: Map<string, number>,
): Promise<void> {
  if (progress.size === 0) return;
  await client.query({
    name: `store-progress-${schema}`,
    text: `INSERT INTO ${schema}.stream_progress (stream, version)
           SELECT * FROM unnest($1::text[], $2::int[])
           ON CONFLICT (stream) DO UPDATE SET version = excluded.version`,
    values: [[...progress.keys()], [...progress.values()]],
  });
}
