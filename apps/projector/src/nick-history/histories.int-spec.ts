import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { foldedTables } from '#read-models/canonical-dump.js';
import { readCommenter } from '#read-models/commenter/read-commenter.js';
import { readNickHistory } from '#read-models/nick-history/read-nick-history.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import fc from 'fast-check';
import { readModels } from '../read-models.set.js';
import { accounts, guests, Story, type Step } from './story.js';

const key = Buffer.alloc(32, 7);
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const whats = ['comment', 'comment', 'pick', 'restore', 'rename', 'link', 'unlink', 'erase'] as const;
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...whats),
  who: fc.nat({ max: 4 }),
  account: fc.nat({ max: 1 }),
});
const beginnings = [0, 1, 2, 3, 4].map((who): Step => ({ what: 'begin', who, account: 0 }));

/** All events in an order that keeps each lane's own, in batches of several sizes. */
async function deliver({ lanes }: Story, turns: { lane: number; count: number }[]): Promise<void> {
  const next = [0, 0, 0];
  const give = async (lane: number, count: number) => {
    const from = next[lane] ?? 0;
    const events = lanes[lane]?.slice(from, from + count) ?? [];
    const place =
      lane === 2 ? { topic: 'comments.events.v1', partition: 0 } : { topic: 'users.events.v1', partition: lane };
    await applyBatch(database.pool, set, { ...place, messages: asMessages(events, from) });
    next[lane] = from + events.length;
  };
  for (const { lane, count } of turns) await give(lane, count);
  for (const lane of [0, 1, 2]) await give(lane, Infinity);
}

test('names and counts equal a plain model’s, through links and unlinks, renames and erasures, in any order of topics', async () => {
  const turns = fc.array(fc.record({ lane: fc.nat({ max: 2 }), count: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), turns, async (steps, order) => {
      await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
      const story = new Story([...beginnings, ...steps], key);
      await deliver(story, order);
      for (const id of [...guests, ...accounts]) {
        const [shown, nicks] = [await readCommenter(database.pool, id), await readNickHistory(database.pool, id)];
        if (story.erased.has(id)) {
          expect([shown?.kind, shown?.name, nicks]).toEqual(['erased', '[erased]', []]);
          continue;
        }
        const names = nicks.map(({ name }) => name);
        const { name, nick, commentCount = 0 } = shown ?? {};
        expect({ name: nick ?? name, commentCount, names }).toEqual(story.model.shown(id));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
