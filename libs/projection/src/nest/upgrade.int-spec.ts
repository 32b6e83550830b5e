import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher, type Publisher } from '#kafka/publisher.js';
import { eventually } from '#testing/eventually.js';
import { readTopic, testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { startTallyProjector, type TallyProjector } from '#testing/tally/start-tally-projector.js';
import { foldOfLog, storedTallies } from '#testing/tally/tallies.js';
import { newerType, publishEvents, versionsOf, withNewer } from '#testing/tally/tally-events.js';
import { createTallyTables } from '#testing/tally/tally-set.js';

let database: TestDatabase;
let publisher: Publisher;

beforeAll(async () => {
  [database, publisher] = await Promise.all([createTestDatabase(), connectPublisher(testBrokers(), 'test')]);
});
afterAll(async () => {
  await publisher.disconnect();
  await database.drop();
});

const metric = async ({ metrics }: TallyProjector, name: string) => {
  const found = new RegExp(`^${name}\\{[^}]*type="${newerType}"\\} (\\S+)$`, 'm').exec(
    await metrics.registry.metrics(),
  );
  return Number(found?.[1] ?? 0);
};

describe.each(['park', 'skip'] as const)(
  'an older and a newer version of a set, of which one is to %s',
  (unknownTypes) => {
    const schema = `upgrade_${randomUUID().slice(0, 8)}`;
    const topic = `tally.${schema}`;
    // The keys fall into several partitions, so that each of two processes has some.
    const streams = Array.from({ length: 12 }, (_, index) => `${schema}-${index}`);
    const running: TallyProjector[] = [];

    const start = (name: string, unknown: string[]) => {
      const hooks = { unknown, unknownTypes };
      const where = { databaseUrl: database.url, brokers: testBrokers(), topic, schema };
      const projector = startTallyProjector({ ...where, name, hooks });
      running.push(projector);
      return projector;
    };
    const send = (first: number, last: number) =>
      publishEvents(
        publisher,
        topic,
        streams.flatMap((stream) => withNewer(versionsOf(stream, first, last), 2, 5)),
      );
    const stored = () => storedTallies(database.pool, schema);
    const counts = async () => (await stored()).byStream.map(({ count }) => count);

    beforeAll(async () => {
      await createTopics(testBrokers(), [topic]);
      await createTallyTables(database.pool, schema);
    });
    afterAll(() => Promise.all(running.map((each) => each.close())));

    test('the older one reports the types it does not know, in metrics and once in its log', async () => {
      const older = start('older', [newerType]);
      await send(1, 4);
      const what = 'all to be counted';
      await eventually(async () => (await metric(older, 'projection_unknown_events_total')) === streams.length, {
        ...{ what, timeoutMs: 20_000 },
      });
      expect(await metric(older, 'projection_unknown_type_streams')).toBe(streams.length);
      expect(older.lines.filter((line) => line.includes(newerType))).toHaveLength(1);
      expect(await counts()).toEqual(streams.map(() => (unknownTypes === 'park' ? 1 : 3)));
    }, 40_000);

    test('the newer ones, started beside it and later alone, resume all of it without a further event', async () => {
      const [older] = running as [TallyProjector];
      start('newer-1', []);
      start('newer-2', []);
      await eventually(async () => (await counts()).every((count) => count === 4), {
        ...{ what: 'what came before they started', timeoutMs: 20_000 },
      });
      await send(5, 6);
      const handled = async () => {
        const { rows } = await database.pool.query<{ counted: number }>(
          `SELECT sum(counted)::int AS counted FROM ${schema}.checkpoint`,
        );
        return rows[0]?.counted === streams.length * 6;
      };
      await eventually(handled, { what: 'all to be received', timeoutMs: 20_000 });
      await older.close();
      running.shift();
      const expected = foldOfLog(await readTopic(testBrokers(), topic));
      await eventually(async () => (await counts()).every((count) => count === 6), {
        ...{ what: 'what the older one left', timeoutMs: 20_000 },
      });
      expect(await stored()).toEqual(expected);
      const [newer] = running as [TallyProjector];
      expect(await metric(newer, 'projection_unknown_type_streams')).toBe(0);
    }, 60_000);
  },
);
