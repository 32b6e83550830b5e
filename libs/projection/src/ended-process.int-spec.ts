import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createTopics } from '#kafka/create-topics.js';
import { connectPublisher } from '#kafka/publisher.js';
import { eventually } from '#testing/eventually.js';
import { testBrokers } from '#testing/kafka.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { spawnTallyProjector, type SpawnedProjector, type SpawnOptions } from '#testing/tally/spawn-tally-projector.js';
import { storedTallies } from '#testing/tally/tallies.js';
import { publishEvents, versionsOf } from '#testing/tally/tally-events.js';
import { createTallyTables, tallySet } from '#testing/tally/tally-set.js';
import { readDeadLetters } from './read-dead-letters.js';
import { deadLetterTopic } from './send-dead-letters.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** A process that is restarted whenever it ends, as by a supervisor. */
class Restarted {
  ends = 0;
  private current: SpawnedProjector | undefined;
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(options: SpawnOptions) {
    this.running = this.run(options);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.current?.kill();
    await this.running;
  }

  private async run(options: SpawnOptions): Promise<void> {
    while (!this.stopped) {
      this.current = spawnTallyProjector(options);
      await this.current.gone;
      if (!this.stopped) this.ends += 1;
    }
  }
}

const fatal = 'ends-the-process';
/**
 * 64 events of one partition, the fatal one among them, and some of other partitions that are applied at the same time.
 */
const events = [
  ...Array.from({ length: 64 }, (_, index) => versionsOf(index === 40 ? fatal : `beside-${index}`, 1, 1, 'key')),
  ...Array.from({ length: 40 }, (_, index) => versionsOf(`elsewhere-${index}`, 1, 1, `key-${index}`)),
].flat();

// Each of several replicas may end once by a batch that it does not note, because it has stored one of the partition
// before.
const [copies, maxEnds] = [2, 3 + 2];

test('an event that leaves the process no memory becomes a dead letter, and all others are applied', async () => {
  const schema = `ended_${randomUUID().slice(0, 8)}`;
  const topic = `tally.${schema}`;
  const brokers = testBrokers();
  await createTopics(brokers, [topic, deadLetterTopic(tallySet(schema).group)]);
  await createTallyTables(database.pool, schema);
  const options = { databaseUrl: database.url, brokers, topic, schema, takesAllMemory: true };
  const supervised = Array.from({ length: copies }, (_, copy) => new Restarted({ ...options, name: `ended-${copy}` }));
  try {
    const publisher = await connectPublisher(brokers, 'test');
    await publishEvents(publisher, topic, versionsOf('before', 1, 1, 'key'));
    const counted = async () => (await storedTallies(database.pool, schema)).byStream.length;
    await eventually(async () => (await counted()) === 1, { what: 'the first event', timeoutMs: 30_000 });
    await publishEvents(publisher, topic, events);
    await publisher.disconnect();
    const what = 'all the others to be stored';
    await eventually(async () => (await counted()) === events.length, { what, timeoutMs: 80_000, everyMs: 100 });
    const [letter, ...others] = await readDeadLetters(database.pool, schema);
    expect(letter).toMatchObject({ stream: fatal, reason: expect.stringContaining('2 processes ended') });
    expect(others).toEqual([]);
    const ends = supervised.reduce((sum, each) => sum + each.ends, 0);
    expect(ends).toBeGreaterThan(1);
    expect(ends).toBeLessThanOrEqual(maxEnds);
    expect((await database.pool.query(`SELECT FROM ${schema}.attempt`)).rowCount).toBe(0);
  } finally {
    await Promise.all(supervised.map((each) => each.stop()));
  }
}, 120_000);
