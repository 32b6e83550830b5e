import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { personErased, personFollowed } from '#contracts/people/person.examples.js';
import { applyBatch } from '#projection/apply-batch.js';
import { resetProjection } from '#projection/reset-projection.js';
import { canonicalDump, foldedTables } from '#read-models/canonical-dump.js';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { recorded } from '#testing/recorded.js';
import { testRenderer } from '#testing/rendering/renderers.js';
import { asMessages } from '#testing/tally/tally-events.js';
import fc from 'fast-check';
import { examples, people } from '../projection.examples.js';
import { readModels } from '../read-models.set.js';

const key = Buffer.alloc(32, 7);
/** A keyring with cached keys: it gives the keys of erased people too, however late. */
const keyring = {
  createKeys: () => Promise.resolve(),
  keysOf: (ids: string[]) => Promise.resolve(new Map(ids.map((id) => [id, key]))),
  destroyKey: () => Promise.resolve(),
};
const renderer = testRenderer();
const set = readModels(keyring, renderer);
const [ada = '', grace = '', gone = ''] = people;
const lin = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708196';

/** The events of each partition, in its order. */
const lanes = lanesOf();
type Lane = keyof typeof lanes;

function lanesOf() {
  const introductions = examples(key)['commenter'] ?? [];
  const last = introductions.filter(({ key: person }) => person === ada).at(-1)?.version ?? 0;
  const of = (person: string, version: number) =>
    ({ stream: `person-${person}`, version, topic: 'users.events.v1', key: person }) as const;
  const follows = (person: string, version: number, followedId: string) =>
    recorded({
      ...{ ...of(person, version), type: 'PersonFollowed' },
      data: () => ({ ...personFollowed, personId: person, followedId }),
    });
  const farewell = recorded({
    ...{ ...of(ada, last + 2), type: 'PersonErased' },
    data: () => ({ ...personErased, personId: ada }),
  });
  const leaving = recorded({
    ...{ ...of(lin, 1), stream: `following-${lin}-${ada}`, type: 'PersonUnfollowed' },
    data: () => ({ ...personFollowed, personId: lin, followedId: ada }),
  });
  const again = recorded({
    ...{ ...of(lin, 2), stream: `following-${lin}-${ada}`, type: 'PersonFollowed' },
    data: () => ({ ...personFollowed, personId: lin, followedId: ada }),
  });
  return {
    users: [...introductions, follows(ada, last + 1, grace), farewell],
    followers: [follows(lin, 1, ada), follows(lin, 2, grace), follows(lin, 3, gone), leaving, again],
    comments: examples(key)['comment-state'] ?? [],
  };
}

const places = {
  users: { topic: 'users.events.v1', partition: 0 },
  followers: { topic: 'users.events.v1', partition: 1 },
  comments: { topic: 'comments.events.v1', partition: 0 },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createReadModels();
});
beforeEach(() => resetProjection(database.pool, 'read_v1', Object.keys(foldedTables)));
afterAll(async () => {
  renderer.close();
  await database.drop();
});

const give = (lane: Lane, first: number, end = lanes[lane].length) =>
  applyBatch(database.pool, set, { ...places[lane], messages: asMessages(lanes[lane].slice(first, end), first) });

const hers = async () => {
  const { rows } = await database.pool.query<{ row: string }>(
    `SELECT to_jsonb(comment)::text AS row FROM ${currentComments} AS comment WHERE person_id = $1
     UNION ALL SELECT to_jsonb(one)::text FROM commenter AS one WHERE person_id = $1`,
    [ada],
  );
  return rows.map(({ row }) => row);
};

const followings = async () => {
  const { rows } = await database.pool.query<{ following: string }>(
    `SELECT follower_id || ' ' || followed_id AS following FROM following`,
  );
  return rows.map(({ following }) => following);
};

/**
 * Each turn delivers one event of one partition; a turn that joins the one before, of the same partition, is in its
 * batch.
 */
const turns = fc
  .shuffledSubarray(
    (Object.keys(lanes) as Lane[]).flatMap((lane) => lanes[lane].map(() => lane)),
    { minLength: Object.values(lanes).flat().length },
  )
  .chain((order) =>
    fc
      .array(fc.boolean(), { minLength: order.length, maxLength: order.length })
      .map((joins) => order.map((lane, turn) => ({ lane, joins: joins[turn] === true && order[turn - 1] === lane }))),
  );

describe('an erased person is gone from the read models', () => {
  test('in whatever order and batches the partitions are read; the rows are the same in the end', async () => {
    const dumps = new Set<string>();
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
        const given = { users: 0, followers: 0, comments: 0 };
        const next = { ...given };
        for (const [turn, { lane }] of all.entries()) {
          next[lane] += 1;
          if (all[turn + 1]?.joins === true) continue;
          await give(lane, given[lane], next[lane]);
          given[lane] = next[lane];
        }
        dumps.add((await canonicalDump(database.pool)).join('\n'));
        expect((await hers()).join('\n')).not.toMatch(/Ada|ada\.example|comment 1000/);
        expect(await followings()).toEqual([`${lin} ${grace}`]);
      }),
      { numRuns: 60 },
    );
    expect(dumps.size).toBe(1);
    expect(await hers()).toHaveLength(4);
  });

  test('also if all partitions are read at the same moment', async () => {
    const farewell = lanes.users.length - 1;
    for (let round = 0; round < 25; round += 1) {
      await resetProjection(database.pool, 'read_v1', Object.keys(foldedTables));
      await give('users', 0, farewell);
      await Promise.all([give('comments', 0), give('followers', 0), give('users', farewell)]);
      expect((await hers()).join('\n')).not.toMatch(/Ada|ada\.example|comment 1000/);
      expect(await followings()).toEqual([`${lin} ${grace}`]);
    }
  });
});
