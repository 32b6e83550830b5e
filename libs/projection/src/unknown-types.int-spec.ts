import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#contracts/envelope.js';
import { eventually } from '#testing/eventually.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { foldOfLog, storedTallies } from '#testing/tally/tallies.js';
import { asMessages, newerType, versionsOf, withNewer } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet, type TallyHooks } from '#testing/tally/tally-set.js';
import { applyBatch } from './apply-batch.js';
import { maxEndsDraining, drainParked, type Drained } from './drain-parked.js';
import { measureProjection } from './measure-projection.js';
import { maxMessagesOfPortion } from './portions-of.js';
import { readCheckpoints } from './read-checkpoints.js';
import { readDeadLetters } from './read-dead-letters.js';
import { readUnknownTypes } from './read-unknown-types.js';
import { replayStream } from './replay-stream.js';

let database: TestDatabase;
let schema: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  schema = `unknown_${randomUUID().slice(0, 8)}`;
  await createTallyTables(database.pool, schema);
});
afterAll(() => database.drop());

const older = () => tallySet(schema, { unknown: [newerType] });
const newer = (hooks: TallyHooks = {}) => tallySet(schema, hooks);
const give = (set: ReturnType<typeof older>, events: RecordedEvent[], offset: number) =>
  applyBatch(database.pool, set, { topic: 'comments.events.v1', partition: 0, messages: asMessages(events, offset) });
const at = (events: RecordedEvent[], ...versions: number[]) =>
  events.filter(({ version }) => versions.includes(version));
const stored = () => storedTallies(database.pool, schema);
const counts = async () => Object.fromEntries((await stored()).byStream.map(({ stream, count }) => [stream, count]));
const foldOf = (events: RecordedEvent[]) => foldOfLog(asMessages(events).map(({ raw }) => raw));
const counted = async () => (await readCheckpoints(database.pool, schema)).map((each) => Number(each.counted));
const parked = async () => (await database.pool.query(`SELECT FROM ${schema}.parked_event`)).rowCount;

async function someoneWaits(): Promise<boolean> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return ((await database.pool.query(waiting)).rowCount ?? 0) > 0;
}

/** The work of a version that knows the type at its start. */
async function drain(set = newer()): Promise<Drained[]> {
  const portions: Drained[] = [];
  const { signal } = new AbortController();
  await drainParked(database.pool, set, { signal, onPortion: (drained) => portions.push(drained) });
  return portions;
}

// The checkpoint is that of partition 0, so the events name it too.
const of = (stream: string, last: number, ...newerVersions: number[]) =>
  withNewer(versionsOf(stream, 1, last, 'key'), ...newerVersions).map((event) => ({ ...event, partition: 0 }));

describe('a stream waits at an event of a type that its version does not know', () => {
  test('and so do the later ones; it is not halted, there is no dead letter, and other streams continue', async () => {
    const [one, two] = [of('one', 4, 2), of('two', 3)];
    const outcome = await give(older(), [...one, ...two], 0);
    expect(outcome).toMatchObject({ applied: 4, parked: 3, waiting: 3, deadLetters: 0, unknownTypes: [newerType] });
    expect(await counts()).toEqual({ one: 1, two: 3 });
    expect(await measureProjection(database.pool, schema)).toMatchObject({
      ...{ missing: 0, haltedStreams: 0, parkedStreams: 0, parkedOldestSeconds: 0 },
    });
    expect(await readUnknownTypes(database.pool, schema)).toEqual([
      { type: newerType, streams: 1, since: expect.any(Date) },
    ]);
  });

  test('the event counts as received once, however often it comes, so that no event seems lost', async () => {
    const one = of('one', 4, 2);
    await give(older(), one, 0);
    expect(await counted()).toEqual([4]);
    expect(await give(older(), one, 4)).toMatchObject({ applied: 0, parked: 0, unknownTypes: [] });
    expect(await give(older(), at(one, 2, 3), 8)).toMatchObject({ applied: 0, parked: 0 });
    expect(await counted()).toEqual([4]);
    expect(await counts()).toEqual({ one: 1 });
  });

  test('also if the event came before its predecessor', async () => {
    const one = of('one', 4, 2);
    await give(older(), at(one, 2, 3), 0);
    await give(older(), at(one, 1, 4), 2);
    expect(await counts()).toEqual({ one: 1 });
    expect(await counted()).toEqual([4]);
    await drain();
    expect(await stored()).toEqual(foldOf(one));
  });
});

describe('a version that knows the type resumes it', () => {
  test('at its start, without a further event of that stream', async () => {
    const events = [...of('one', 4, 2), ...of('two', 3, 1, 3), ...of('three', 2)];
    await give(older(), events, 0);
    expect(await drain(older())).toEqual([]);
    expect(await drain()).toEqual([{ streams: 2, events: 6, deadLetters: 0 }]);
    expect(await stored()).toEqual(foldOf(events));
    expect([await parked(), await counted()]).toEqual([0, [9]]);
    expect(await drain()).toEqual([]);
  });

  test('in two processes at once, beside live batches of the same streams: each event once', async () => {
    const streams = Array.from({ length: 30 }, (_, index) => of(`stream-${index}`, 8, 3));
    const early = streams.flatMap((events) => at(events, 1, 2, 3, 4, 5));
    const late = streams.flatMap((events) => at(events, 6, 7, 8));
    await give(older(), early, 0);
    const live = async () => {
      for (let from = 0; from < late.length; from += 10) {
        await give(newer(), late.slice(from, from + 10), early.length + from);
      }
    };
    await Promise.all([drain(), drain(), live(), drain()]);
    await drain();
    const all = streams.flat();
    expect(await stored()).toEqual(foldOf(all));
    expect([await parked(), await counted()]).toEqual([0, [all.length]]);
  });

  test('while a live batch of the same stream waits until the drain is stored', async () => {
    const one = of('one', 6, 2);
    await give(older(), at(one, 1, 2, 3, 4), 0);
    const [entered, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const loadContext = () => {
      entered.resolve();
      return goOn.promise;
    };
    const draining = drain(newer({ loadContext }));
    await entered.promise;
    const live = give(newer(), at(one, 5, 6), 4);
    await Promise.race([live, eventually(someoneWaits, { what: 'the batch to wait for the drain' })]);
    goOn.resolve();
    await Promise.all([draining, live]);
    await drain();
    expect(await stored()).toEqual(foldOf(one));
    expect([await parked(), await counted()]).toEqual([0, [6]]);
  });

  test('also if a live event of it comes first, or the event it waited at is sent again: each event once', async () => {
    const [one, two] = [of('one', 4, 2), of('two', 4, 2)];
    await give(older(), [...at(one, 1, 2, 3), ...at(two, 1, 2, 3)], 0);
    expect(await give(newer(), [...at(one, 4), ...at(two, 2)], 6)).toMatchObject({ deadLetters: 0 });
    expect(await counts()).toEqual({ one: 4, two: 3 });
    await give(newer(), at(two, 4), 8);
    expect(await stored()).toEqual(foldOf([...one, ...two]));
    expect([await parked(), await counted()]).toEqual([0, [8]]);
  });

  test('an older version that runs beside it does no harm', async () => {
    const one = of('one', 6, 2, 5);
    await give(older(), at(one, 1, 2, 3), 0);
    await drain();
    await give(older(), at(one, 4, 5, 6), 3);
    expect(await counts()).toEqual({ one: 4 });
    await drain();
    expect(await stored()).toEqual(foldOf(one));
  });

  test('in portions, if a stream has waited long', async () => {
    const one = of('one', 2_500, 2);
    await give(older(), one, 0);
    expect(await give(newer(), at(one, 2_500), 2_500)).toMatchObject({ applied: 0 });
    const { one: first } = await counts();
    expect(first).toBeGreaterThan(500);
    expect(first).toBeLessThanOrEqual(1 + maxMessagesOfPortion);
    // Events that are sent again meet a stream with more parked events than were loaded.
    expect(await give(newer(), one.slice(600, 1_600), 2_501)).toMatchObject({ applied: 0 });
    expect(await counted()).toEqual([2_500]);
    await drain();
    expect(await stored()).toEqual(foldOf(one));
    expect([await parked(), await counted()]).toEqual([0, [2_500]]);
  });
});

describe('an event that is refused while streams are resumed becomes a dead letter', () => {
  const isBad = ({ stream, version }: { stream: string; version: number }) => stream.startsWith('bad') && version === 3;

  test.each<[string, TallyHooks]>([
    ['the fold', { isPoison: isBad }],
    [
      'the database',
      {
        save: (rows) => {
          if (rows.some(({ stream, count }) => stream.startsWith('bad') && count > 1)) throw new Error('refused');
        },
      },
    ],
  ])(
    'by %s: each has its own offset, only its stream is halted, and it is replayed after the mend',
    async (_by, hooks) => {
      const events = ['bad-1', 'well-1', 'bad-2', 'well-2'].flatMap((stream) => of(stream, 4, 2));
      await give(older(), events, 0);
      await drain(newer(hooks));
      expect(await counts()).toMatchObject({ 'well-1': 4, 'well-2': 4 });
      const letters = await readDeadLetters(database.pool, schema);
      expect(letters.map(({ stream }) => stream).sort()).toEqual(['bad-1', 'bad-2']);
      for (const { headers, offset } of letters) {
        const { stream, version } = events[Number(offset)] ?? {};
        expect(headers).toMatchObject({ ce_subject: stream, ce_sequence: String(version) });
      }
      expect(await drain(newer(hooks))).toEqual([]);
      for (const stream of ['bad-1', 'bad-2']) await replayStream(database.pool, newer(), stream);
      expect(await stored()).toEqual(foldOf(events));
      expect([await parked(), await counted()]).toEqual([0, [events.length]]);
    },
  );

  test('by ending the process again and again: then it is not tried again', async () => {
    const events = [...of('fatal', 3, 2), ...of('well', 3, 2)];
    await give(older(), events, 0);
    const ended = (claims: number) =>
      database.pool.query(
        `UPDATE ${schema}.parked_event SET claims = $1, claimed_at = now() - interval '1 hour' WHERE stream = 'fatal' AND version = 2`,
        [claims],
      );
    const isFatal = ({ stream }: { stream: string }) => stream === 'fatal';
    await ended(maxEndsDraining);
    await drain(newer({ isPoison: isFatal }));
    expect(await counts()).toEqual({ fatal: 1, well: 3 });
    expect(await readDeadLetters(database.pool, schema)).toMatchObject([
      { stream: 'fatal', reason: expect.stringContaining('processes ended') },
    ]);
  });

  test('but not if the database is away: the stream is resumed once it is back', async () => {
    const one = of('one', 3, 2);
    await give(older(), one, 0);
    const away = () => Promise.reject(Object.assign(new Error('away'), { code: '57P01' }));
    for (let time = 0; time <= maxEndsDraining; time += 1) {
      await expect(drain(newer({ loadContext: away }))).rejects.toThrow('away');
    }
    await drain();
    expect(await stored()).toEqual(foldOf(one));
    expect(await readDeadLetters(database.pool, schema)).toEqual([]);
  });
});
