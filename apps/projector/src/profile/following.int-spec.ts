import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { BroadsideEvent } from '#contracts/events.js';
import { personFollowed, roleGranted } from '#contracts/people/person.examples.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { foldedTables } from '#read-models/canonical-dump.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { recorded } from '#testing/recorded.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import fc from 'fast-check';
import { readModels } from '../read-models.set.js';

const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: () => Promise.resolve(new Map()),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const ada = personFollowed.personId;
const [grace, lin] = ['0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193', '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708196'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
beforeEach(() => resetProjection(database.pool, 'read_v1', Object.keys(foldedTables)));
afterAll(() => {
  renderer.close();
  return database.drop();
});

/** Ada follows and unfollows these accounts in turn: first in her own stream, then in the stream of each pair. */
function story(before: string[], after: string[]): BroadsideEvent[] {
  const follows = new Map<string, boolean>();
  const versions = new Map<string, number>();
  const say = (stream: string, followedId: string) => {
    const version = (versions.get(stream) ?? 0) + 1;
    const is = !(follows.get(followedId) ?? false);
    versions.set(stream, version);
    follows.set(followedId, is);
    return recorded({
      ...{ type: is ? 'PersonFollowed' : 'PersonUnfollowed', stream, version, topic: 'users.events.v1', key: ada },
      data: () => ({ ...personFollowed, followedId }),
    });
  };
  const own = before.map((followedId) => say(`person-${ada}`, followedId));
  return [...own, ...after.map((followedId) => say(`following-${ada}-${followedId}`, followedId))];
}

const foldOf = (events: BroadsideEvent[]) => {
  const follows = new Map<string, boolean>();
  for (const event of events) {
    if (event.type === 'PersonFollowed') follows.set(event.data.followedId, true);
    if (event.type === 'PersonUnfollowed') follows.set(event.data.followedId, false);
  }
  return [...follows].map(([followedId, is]) => `${followedId} ${is}`).sort();
};

const rows = async () => {
  const { rows: found } = await database.pool.query<{ followed_id: string; follows: boolean }>(
    'SELECT followed_id, follows FROM following',
  );
  return found.map((row) => `${row.followed_id} ${row.follows}`).sort();
};

const give = (events: BroadsideEvent[], offset: number) =>
  applyBatch(database.pool, set, { topic: 'users.events.v1', partition: 0, messages: asMessages(events, offset) });

const others = fc.array(fc.constantFrom(grace, lin), { maxLength: 5 });

/** The events in any order, as parking and republishing may deliver them, and where the batches end. */
const deliveries = fc.tuple(others, others).chain(([before, after]) => {
  const events = story(before, after);
  const order = fc.shuffledSubarray(events, { minLength: events.length });
  const ends = fc.array(fc.boolean(), { minLength: events.length, maxLength: events.length });
  return fc.record({ events: fc.constant(events), order, ends });
});

test('in whatever order and batches the streams of a person and of the pairs arrive, the rows are those of the story', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ events, order, ends }) => {
      await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
      let from = 0;
      for (const [index, end] of ends.entries()) {
        if (!end && index < order.length - 1) continue;
        await give(order.slice(from, index + 1), from);
        from = index + 1;
      }
      expect(await rows()).toEqual(foldOf(events));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a follower’s stream that waited for a lost event undoes nothing that the pair’s stream has set since', async () => {
  const own = { stream: `person-${ada}`, topic: 'users.events.v1', key: ada } as const;
  const lost = recorded({ ...own, type: 'RoleGranted', data: () => roleGranted });
  const followed = recorded({
    ...{ ...own, version: 2, type: 'PersonFollowed' },
    data: () => ({ ...personFollowed, followedId: grace }),
  });
  const unfollowed = recorded({
    ...{ ...own, stream: `following-${ada}-${grace}`, type: 'PersonUnfollowed' },
    data: () => ({ ...personFollowed, followedId: grace }),
  });
  await give([followed, unfollowed], 0);
  expect(await rows()).toEqual([`${grace} false`]);
  await give([lost], 2);
  expect(await rows()).toEqual([`${grace} false`]);
});
