import { createHash } from 'node:crypto';
import { eventSchemas, type BroadsideEvent } from '#contracts/events.js';
import type { Projection, ProjectionSet } from '#projection/projection.js';
import { projectionTables } from '#projection/projection.tables.js';
import type { Pool } from 'pg';
import { createTables, tablesIn } from '../create-tables.js';

export interface StreamTally {
  stream: string;
  count: number;
  /** A hash over the versions in the order they were applied. */
  trail: string;
}

export interface KeyTally {
  key: string;
  count: number;
}

/** Hooks for tests. */
export interface TallyHooks {
  /** Called in the transaction, before anything is written. */
  loadContext?(events: BroadsideEvent[]): Promise<void>;
  /** Called before rows are read, and before they are written. */
  load?(streams: string[]): void;
  save?(rows: StreamTally[]): void;
  /** Whether the code fails on this event. */
  isPoison?(event: BroadsideEvent): boolean;
  /** Types that it does not know yet, like an older version. */
  unknown?: string[];
  /** How it handles unknown types; by default it parks their streams. */
  unknownTypes?: ProjectionSet['unknownTypes'];
}

export const trailAfter = (trail: string, version: number): string =>
  createHash('sha256').update(`${trail} ${version}`).digest('hex').slice(0, 16);

const tallyTables = (schema: string) => `
CREATE TABLE ${schema}.by_stream (stream text PRIMARY KEY, count integer NOT NULL, trail text NOT NULL);
CREATE TABLE ${schema}.by_key (key text PRIMARY KEY, count integer NOT NULL);`;

/** Every type of the contract, except those of a newer version. */
export const foldingAllBut = (unknown: string[]) =>
  Object.fromEntries(
    Object.keys(eventSchemas).flatMap((type) => (unknown.includes(type) ? [] : [[type, 'fold']])),
  ) as ProjectionSet['handling'];

/** A projection set that reveals every lost, repeated or reordered event: it counts events and records their order. */
export function tallySet(schema: string, hooks: TallyHooks = {}): ProjectionSet {
  const byStream: Projection<StreamTally, unknown, BroadsideEvent> = {
    name: 'by-stream',
    rowIds: ({ stream }) => [stream],
    load: async (client, streams) => {
      hooks.load?.(streams);
      const { rows } = await client.query<StreamTally>(`SELECT * FROM ${schema}.by_stream WHERE stream = ANY($1)`, [
        streams,
      ]);
      return new Map(rows.map((row) => [row.stream, row]));
    },
    evolve: (row, event, stream) => {
      if (hooks.isPoison?.(event)) throw new Error('this event is poison');
      return { stream, count: (row?.count ?? 0) + 1, trail: trailAfter(row?.trail ?? '', event.version) };
    },
    save: async (client, rows) => {
      hooks.save?.(rows);
      await client.query(
        `INSERT INTO ${schema}.by_stream SELECT * FROM unnest($1::text[], $2::int[], $3::text[])
         ON CONFLICT (stream) DO UPDATE SET count = excluded.count, trail = excluded.trail`,
        [rows.map(({ stream }) => stream), rows.map(({ count }) => count), rows.map(({ trail }) => trail)],
      );
    },
  };
  const byKey: Projection<KeyTally, unknown, BroadsideEvent> = {
    name: 'by-key',
    rowIds: ({ key }) => [key],
    load: async (client, keys) => {
      const { rows } = await client.query<KeyTally>(`SELECT * FROM ${schema}.by_key WHERE key = ANY($1)`, [keys]);
      return new Map(rows.map((row) => [row.key, row]));
    },
    evolve: (row, _event, key) => ({ key, count: (row?.count ?? 0) + 1 }),
    save: async (client, rows) => {
      await client.query(
        `INSERT INTO ${schema}.by_key SELECT * FROM unnest($1::text[], $2::int[])
         ON CONFLICT (key) DO UPDATE SET count = excluded.count`,
        [rows.map(({ key }) => key), rows.map(({ count }) => count)],
      );
    },
  };
  return {
    schema,
    group: `group-${schema}`,
    projections: [byStream, byKey],
    handling: foldingAllBut(hooks.unknown ?? []),
    unknownTypes: hooks.unknownTypes ?? 'park',
    loadContext: async (events) => {
      await hooks.loadContext?.(events);
      return { context: undefined, opened: (event) => event };
    },
  };
}

export async function createTallyTables(pool: Pool, schema: string): Promise<void> {
  await createTables(pool, tablesIn(schema, projectionTables));
  await pool.query(tallyTables(schema));
}
