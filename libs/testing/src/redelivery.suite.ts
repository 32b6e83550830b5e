import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BroadsideEvent } from '#contracts/events.js';
import { applyBatch } from '#projection/apply-batch.js';
import type { ProjectionSet } from '#projection/projection.js';
import { resetProjection } from '#projection/reset-projection.js';
import { createTestDatabase, testServerUrl, type TestDatabase } from './postgres.js';
import { asMessages } from './tally/tally-events.js';

export interface Redelivery {
  set: ProjectionSet;
  /** For each projection by name, events that lead to rows; the events of a stream start at version 1. */
  examples: Record<string, BroadsideEvent[]>;
  createTables(database: TestDatabase): Promise<void>;
}

const tableOf = (name: string) => name.replaceAll('-', '_');

/**
 * Checks for every projection of a set: however often its events are delivered, and in whatever batches, its rows are the
 * same.
 */
export function redeliverySuite(title: string, { set, examples, createTables }: Redelivery): void {
  const { schema } = set;
  // Rows that several partitions write depend on their order, and have suites of their own.
  const names = set.projections.filter(({ isShared }) => isShared !== true).map(({ name }) => name);
  let database: TestDatabase;

  const give = (events: BroadsideEvent[], offset: number) =>
    applyBatch(database.pool, set, { topic: 'a', partition: 0, messages: asMessages(events, offset) });
  const rowsOf = async (name: string) => {
    const { rows } = await database.pool.query<{ row: string }>(
      `SELECT to_jsonb(one)::text AS row FROM ${schema}.${tableOf(name)} AS one ORDER BY 1`,
    );
    return rows.map(({ row }) => row);
  };

  beforeAll(async () => {
    database = await createTestDatabase(testServerUrl(), schema);
    await createTables(database);
  });
  beforeEach(() => resetProjection(database.pool, schema, names.map(tableOf)));
  afterAll(() => database.drop());

  describe(title, () => {
    if (set.unknownTypes === 'skip') {
      test.each(set.projections)(
        '$name: each row comes from one stream, so that it can be rebuilt alone',
        ({ rowIds }) => {
          const makers = new Map<string, Set<string>>();
          for (const event of Object.values(examples).flat()) {
            for (const id of rowIds(event)) makers.set(id, (makers.get(id) ?? new Set()).add(event.stream));
          }
          expect([...makers.values()].filter(({ size }) => size > 1)).toEqual([]);
        },
      );
    }

    test.each(names)('%s: the same batch twice, the same rows', async (name) => {
      const events = examples[name] ?? [];
      await give(events, 0);
      const once = await rowsOf(name);
      expect(once).not.toEqual([]);
      await give(events, 0);
      expect(await rowsOf(name)).toEqual(once);
      await give(events, events.length);
      expect(await rowsOf(name)).toEqual(once);
    });

    test.each(names)('%s: in one batch or one by one, with repetitions, the same rows', async (name) => {
      const events = examples[name] ?? [];
      await give(events, 0);
      const atOnce = await rowsOf(name);
      await resetProjection(database.pool, schema, names.map(tableOf));
      let offset = 0;
      for (const [index] of events.entries()) {
        const again = events.slice(Math.max(0, index - 1), index + 1);
        await give(again, offset);
        offset += again.length;
      }
      expect(await rowsOf(name)).toEqual(atOnce);
    });
  });
}
