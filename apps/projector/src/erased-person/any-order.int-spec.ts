import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BroadsideEvent } from '#contracts/events.js';
import { personErased } from '#contracts/people/person.examples.js';
import type { TopicName } from '#contracts/topics.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { canonicalDump, foldedTables } from '#read-models/canonical-dump.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { createTestDatabase, type TestDatabase } from '#testing/postgres.js';
import { recorded } from '#testing/recorded.js';
import { asMessages } from '#testing/tally/tally-events.js';
import fc from 'fast-check';
import { examples, people } from '../projection.examples.js';
import { readV1 } from '../read-v1.set.js';

const key = Buffer.alloc(32, 7);
/** As one that remembers: to it nobody is erased, however late it is. */
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const set = readV1(keyring);
const [ada = ''] = people;

const introductions = examples(key)['commenter'] ?? [];
const comments = examples(key)['comment-thread'] ?? [];
const last = introductions.filter(({ key: person }) => person === ada).at(-1)?.version ?? 0;
const farewell = recorded({
  ...{ stream: `person-${ada}`, version: last + 1, topic: 'users.events.v1', key: ada, type: 'PersonErased' },
  data: () => ({ ...personErased, personId: ada }),
});
const users = [...introductions, farewell];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateReadDatabase(database.url);
});
beforeEach(() => resetProjection(database.pool, 'read_v1', Object.keys(foldedTables)));
afterAll(() => database.drop());

const give = (topic: TopicName, events: BroadsideEvent[], offset: number) =>
  applyBatch(database.pool, set, { topic, partition: 0, messages: asMessages(events, offset) });

const hers = async () => {
  const { rows } = await database.pool.query<{ row: string }>(
    `SELECT to_jsonb(comment)::text AS row FROM read_v1.comment_thread AS comment WHERE person_id = $1
     UNION ALL SELECT to_jsonb(one)::text FROM read_v1.commenter AS one WHERE person_id = $1`,
    [ada],
  );
  return rows.map(({ row }) => row);
};

describe('an erased person is gone from the read models', () => {
  test('in whatever order the topics are read, with the same rows in the end', async () => {
    const inOrder = fc.shuffledSubarray(
      [...users.map(() => 'users.events.v1' as const), ...comments.map(() => 'comments.events.v1' as const)],
      { minLength: users.length + comments.length },
    );
    const dumps = new Set<string>();
    await fc.assert(
      fc.asyncProperty(inOrder, async (turns) => {
        await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
        const next = { 'users.events.v1': 0, 'comments.events.v1': 0 };
        for (const topic of turns) {
          const event = (topic === 'users.events.v1' ? users : comments)[next[topic]];
          await give(topic, event ? [event] : [], next[topic]);
          next[topic] += 1;
        }
        dumps.add((await canonicalDump(database.pool)).join('\n'));
        expect((await hers()).join('\n')).not.toMatch(/Ada|ada\.example|comment 1000/);
      }),
      { numRuns: 40 },
    );
    expect(dumps.size).toBe(1);
    expect(await hers()).toHaveLength(3);
  });

  test('when both topics are read at the same moment', async () => {
    for (let round = 0; round < 25; round += 1) {
      await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
      await give('users.events.v1', introductions, 0);
      await Promise.all([
        give('comments.events.v1', comments, 0),
        give('users.events.v1', [farewell], introductions.length),
      ]);
      expect((await hers()).join('\n')).not.toMatch(/Ada|ada\.example|comment 1000/);
    }
  });
});
