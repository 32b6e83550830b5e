import type { ClientBase } from 'pg';
import { readParkedEvents, type ParkedEvent } from './parked-events.js';
import { progressChannel, progressMessage } from './notify-progress.js';

/** The progress of a stream here. */
export interface StreamState {
  version: number;
  halted: boolean;
  /** Parked events, which wait for a predecessor or for a version that knows their type, by version. */
  parked: Map<number, ParkedEvent>;
  /** Every event parked up to this version is in `parked`. */
  parkedUpTo: number;
}

export const newStreamState = (): StreamState => ({
  version: 0,
  halted: false,
  parked: new Map(),
  parkedUpTo: Infinity,
});

interface Row {
  stream: string;
  version: number;
  halted: boolean;
  parked: boolean;
}

/** The state of each of the streams; a new one is at version 0. */
export async function readStreamStates(
  client: ClientBase,
  schema: string,
  streams: string[],
): Promise<Map<string, StreamState>> {
  if (streams.length === 0) return new Map();
  // Each stream is looked up by itself, because a join would be planned as a hash over all streams.
  const text = `
SELECT wanted.stream,
       coalesce((SELECT version FROM ${schema}.stream_progress AS progress
                 WHERE progress.stream = wanted.stream), 0) AS version,
       EXISTS (SELECT FROM ${schema}.halted_stream AS halted WHERE halted.stream = wanted.stream) AS halted,
       EXISTS (SELECT FROM ${schema}.parked_event AS parked WHERE parked.stream = wanted.stream) AS parked
FROM unnest($1::text[]) AS wanted (stream)`;
  const { rows } = await client.query<Row>({ name: `stream-states-${schema}`, text, values: [streams] });
  const states = new Map(
    rows.map(({ stream, version, halted }): [string, StreamState] => [
      stream,
      { ...newStreamState(), version, halted },
    ]),
  );
  const withParked = rows.filter(({ parked }) => parked);
  if (withParked.length > 0) await loadParked(client, schema, withParked, states);
  return states;
}

/** The first parked events of each stream, as many in all as one transaction takes. */
async function loadParked(
  client: ClientBase,
  schema: string,
  streams: Pick<Row, 'stream' | 'version'>[],
  states: Map<string, StreamState>,
): Promise<void> {
  const { events, completeUpTo } = await readParkedEvents(client, schema, streams);
  for (const { stream, version } of streams) {
    const state = states.get(stream);
    if (state) state.parkedUpTo = version + completeUpTo;
  }
  for (const parked of events) states.get(parked.event.stream)?.parked.set(parked.event.version, parked);
}

/** Stores the new versions, and notifies waiting readers when the transaction commits. */
export async function storeStreamProgress(
  client: ClientBase,
  schema: string,
  progress: Map<string, number>,
): Promise<void> {
  if (progress.size === 0) return;
  await client.query({
    name: `store-progress-${schema}`,
    text: `WITH stored AS (
             INSERT INTO ${schema}.stream_progress (stream, version)
             SELECT * FROM unnest($1::text[], $2::int[])
             ON CONFLICT (stream) DO UPDATE SET version = excluded.version
           )
           SELECT pg_notify($3, $4)`,
    values: [[...progress.keys()], [...progress.values()], progressChannel(schema), progressMessage(progress)],
  });
}
