import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '#contracts/envelope.js';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher } from '#kafka/publisher.js';
import { readEnds } from '#kafka/read-ends.js';
import { eventually } from '#testing/eventually.js';
import { readTopic, testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { spawnTallyProjector, type SpawnedProjector } from '#testing/tally/spawn-tally-projector.js';
import { startTallyProjector, type TallyProjector } from '#testing/tally/start-tally-projector.js';
import { foldOfLog, storedTallies } from '#testing/tally/tallies.js';
import { asMessages, publishEvents, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet } from '#testing/tally/tally-set.js';
import { applyBatch } from './apply-batch.js';
import { readCheckpoints } from './read-checkpoints.js';
import { readDeadLetters } from './read-dead-letters.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

async function newSchema(): Promise<string> {
  const schema = `tally_${randomUUID().slice(0, 8)}`;
  await createTallyTables(database.pool, schema);
  return schema;
}

async function someoneWaits(): Promise<boolean> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return ((await database.pool.query(waiting)).rowCount ?? 0) > 0;
}

const logOf = (events: RecordedEvent[]) => asMessages(events).map(({ raw }) => raw);

describe('promise 7: projection is exactly-once in effect', () => {
  test('a batch that Kafka delivers again, or that the relay sends again, changes nothing', async () => {
    const schema = await newSchema();
    const set = tallySet(schema);
    const events = ['one', 'two', 'three'].flatMap((stream) => versionsOf(stream, 1, 5, 'key'));
    const give = (messages: ReturnType<typeof asMessages>) =>
      applyBatch(database.pool, set, { topic: 'a', partition: 0, messages });
    expect(await give(asMessages(events))).toMatchObject({ applied: 15, skipped: 0 });
    const once = await storedTallies(database.pool, schema);
    expect(once).toEqual(foldOfLog(logOf(events)));
    expect(await give(asMessages(events))).toMatchObject({ applied: 0, skipped: 15 });
    expect(await give(asMessages(events.slice(3, 9), 15))).toMatchObject({ applied: 0, skipped: 6 });
    expect(await give([...asMessages(events, 21), ...asMessages(events, 36)])).toMatchObject({ applied: 0 });
    expect(await storedTallies(database.pool, schema)).toEqual(once);
  });

  test('a zombie that resumes in the middle of a batch undoes nothing of its successor', async () => {
    const schema = await newSchema();
    const events = versionsOf('one', 1, 30);
    const batch = (first: number, last: number) => ({
      ...{ topic: 'a', partition: 0 },
      messages: asMessages(events.slice(first, last), first),
    });
    await applyBatch(database.pool, tallySet(schema), batch(0, 10));
    const entered = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const loadContext = () => {
      entered.resolve();
      return goOn.promise;
    };
    const zombie = applyBatch(database.pool, tallySet(schema, { loadContext }), batch(10, 20));
    await entered.promise;
    const successor = (async () => {
      await applyBatch(database.pool, tallySet(schema), batch(10, 20));
      await applyBatch(database.pool, tallySet(schema), batch(20, 30));
    })();
    await Promise.race([successor, eventually(someoneWaits, { what: 'the successor to wait for the zombie' })]);
    goOn.resolve();
    await Promise.all([zombie, successor]);
    expect(await storedTallies(database.pool, schema)).toEqual(foldOfLog(logOf(events)));
  });

  test('killed in the middle of batches while consumers join and leave: the tables equal a fold of the log', async () => {
    const schema = await newSchema();
    const topic = `tally.${schema}`;
    const brokers = testBrokers();
    await createTopics(brokers, [topic]);
    const common = { databaseUrl: database.url, brokers, topic, schema };
    const spawned: SpawnedProjector[] = [];
    const spawnOne = () => spawned.push(spawnTallyProjector({ ...common, name: `tally-${spawned.length}` }));
    let visitor: TallyProjector | undefined;
    spawnOne();
    spawnOne();
    try {
      // Events are written until the last session is ended, so that there is always a batch to interrupt.
      const calm = new AbortController();
      const producing = produceUntil(topic, calm.signal);
      let terminated = 0;
      for (let turn = 1; turn <= 20; turn += 1) {
        terminated += await terminateBackends();
        if (turn === 4 || turn === 12) {
          const [victim] = spawned.slice(turn === 4 ? 0 : 1);
          await inTransaction(victim?.name ?? '');
          await victim?.kill();
          spawnOne();
        }
        if (turn % 6 === 0) {
          await visitor?.close();
          visitor = visitor ? undefined : startTallyProjector({ ...common, name: 'visitor' });
        }
      }
      calm.abort();
      await producing;
      expect(terminated).toBeGreaterThan(5);
      const ends = await readEnds(brokers, [topic]);
      await eventually(() => haveStored(schema, ends), { what: 'all to be stored', timeoutMs: 60_000, everyMs: 100 });
    } finally {
      await Promise.all([visitor?.close(), ...spawned.map((each) => each.kill())]);
    }
    // An ended connection or process is no fault of an event.
    expect(await readDeadLetters(database.pool, schema)).toEqual([]);
    const log = await readTopic(brokers, topic);
    expect(log.length).toBeGreaterThan(400);
    expect(await storedTallies(database.pool, schema)).toEqual(foldOfLog(log));
  }, 150_000);
});

/**
 * Sends events of 40 streams in small batches until stopped. Every seventh batch is sent twice, as by a relay that
 * crashed after the ack.
 */
async function produceUntil(topic: string, signal: AbortSignal): Promise<void> {
  const publisher = await connectPublisher(testBrokers(), 'test');
  try {
    for (let turn = 0; !signal.aborted; turn += 1) {
      const version = 1 + Math.floor(turn / 4);
      const events = Array.from({ length: 10 }, (_, index) => (turn % 4) * 10 + index).flatMap((stream) =>
        versionsOf(`${topic}-${stream}`, version, version, `key-${stream % 17}`),
      );
      await publishEvents(publisher, topic, events);
      if (turn % 7 === 0) await publishEvents(publisher, topic, events);
    }
  } finally {
    await publisher.disconnect();
  }
}

const inBatch = `datname = current_database() AND application_name ~ '^(tally-|visitor)' AND xact_start IS NOT NULL`;

/** Ends a database session in the middle of a batch, if there is one within a second. @returns how many were ended. */
async function terminateBackends(): Promise<number> {
  const until = Date.now() + 1_000;
  while (Date.now() < until) {
    const { rowCount } = await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${inBatch} LIMIT 1`,
    );
    if (rowCount) return rowCount;
    await delay(5);
  }
  return 0;
}

const inTransaction = (name: string) =>
  eventually(
    async () => {
      const asked = `SELECT FROM pg_stat_activity WHERE application_name = $1 AND xact_start IS NOT NULL`;
      return ((await database.pool.query(asked, [name])).rowCount ?? 0) > 0;
    },
    { what: `${name} to be in the middle of a batch`, timeoutMs: 20_000, everyMs: 2 },
  );

async function haveStored(schema: string, ends: Awaited<ReturnType<typeof readEnds>>): Promise<boolean> {
  const checkpoints = await readCheckpoints(database.pool, schema);
  const next = new Map(checkpoints.map(({ partition, nextOffset }) => [partition, nextOffset]));
  return ends.every(({ partition, end }) => (next.get(partition) ?? 0n) === end);
}
