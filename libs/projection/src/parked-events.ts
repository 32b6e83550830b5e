import type { RecordedEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';
import { maxBytesOfPortion, maxMessagesOfPortion } from './portions-of.js';

/** A parked event and its offset; none if the offset was not stored. */
export interface ParkedEvent {
  event: RecordedEvent;
  offset: string | null;
}

/** Stores events until they can be applied. @returns how many were not parked before. */
export async function parkEvents(client: ClientBase, schema: string, parked: ParkedEvent[]): Promise<number> {
  if (parked.length === 0) return 0;
  const { rowCount } = await client.query(
    `INSERT INTO ${schema}.parked_event (stream, version, event, message_offset)
     SELECT * FROM unnest($1::text[], $2::int[], $3::json[], $4::bigint[]) ON CONFLICT DO NOTHING`,
    [
      parked.map(({ event }) => event.stream),
      parked.map(({ event }) => event.version),
      parked.map(({ event }) => JSON.stringify(event)),
      parked.map(({ offset }) => offset),
    ],
  );
  return rowCount ?? 0;
}

export async function unparkEvents(client: ClientBase, schema: string, events: RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await client.query(
    `DELETE FROM ${schema}.parked_event WHERE (stream, version) IN (SELECT * FROM unnest($1::text[], $2::int[]))`,
    [events.map(({ stream }) => stream), events.map(({ version }) => version)],
  );
}

interface Row extends ParkedEvent {
  distance: number;
  isAll: boolean;
}

const firstOfEach = (schema: string) => `
SELECT event, message_offset AS "offset", distance, place = found AS "isAll"
FROM (
  SELECT parked.event, parked.message_offset, parked.version - wanted.version AS distance,
         sum(octet_length(parked.event::text)) OVER in_turn AS bytes, row_number() OVER in_turn AS place,
         count(*) OVER () AS found
  FROM unnest($1::text[], $2::int[]) AS wanted (stream, version)
  JOIN ${schema}.parked_event AS parked ON parked.stream = wanted.stream
    AND parked.version > wanted.version AND parked.version <= wanted.version + ${maxMessagesOfPortion}
  WINDOW in_turn AS (ORDER BY parked.version - wanted.version, parked.stream ROWS UNBOUNDED PRECEDING)
) AS parked
WHERE place = 1 OR (place <= ${maxMessagesOfPortion} AND bytes <= ${maxBytesOfPortion})
ORDER BY place`;

/**
 * The next parked events of each of the streams, as many in all as one transaction takes: the next event of each before
 * the second of any. For each stream the result is complete for `completeUpTo` versions after the stream's own.
 */
export async function readParkedEvents(
  client: ClientBase,
  schema: string,
  streams: { stream: string; version: number }[],
): Promise<{ events: ParkedEvent[]; completeUpTo: number }> {
  const { rows } = await client.query<Row>(firstOfEach(schema), [
    streams.map(({ stream }) => stream),
    streams.map(({ version }) => version),
  ]);
  const last = rows.at(-1);
  const completeUpTo = !last || last.isAll ? maxMessagesOfPortion : last.distance - 1;
  return { events: rows.map(({ event, offset }) => ({ event, offset })), completeUpTo };
}
