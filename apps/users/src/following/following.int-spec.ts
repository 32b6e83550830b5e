import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { FollowPersonController } from '../follow-person/follow-person.controller.js';
import { now, UsersFixture, requestOf, statusOf } from '../person/users-fixture.js';
import { UnfollowPersonController } from '../unfollow-person/unfollow-person.controller.js';
import { dailyBudgets } from '../budget/daily-budgets.js';
import { maxFollowings } from './following.decider.js';

let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

const change = (what: 'follow' | 'unfollow', followerId: string, followedId: string, turn = 0) => {
  const Controller = what === 'follow' ? FollowPersonController : UnfollowPersonController;
  return new Controller(people.replica(turn).commands).handle(requestOf(followerId, { followedId }));
};

const formerly = (followerId: string, followedId: string, follows: boolean) => ({
  ...{ id: randomUUIDv7(), type: follows ? 'PersonFollowed' : 'PersonUnfollowed', occurredAt: now() },
  data: { personId: followerId, followedId, actor: { kind: 'person', id: followerId } },
});

const typesOf = async (stream: string) => (await people.stored.store.readStream(stream)).map(({ type }) => type);

const follows = async (followerId: string, followedId: string) => {
  const sql = 'SELECT FROM followings WHERE follower_id = $1 AND followed_id = $2';
  return (await people.stored.database.pool.query(sql, [followerId, followedId])).rowCount === 1;
};

test('the last event counts, first of the follower’s stream and then of the pair’s', async () => {
  const [followed, other] = [await people.register(), await people.register()];
  const said = fc.array(fc.boolean(), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(said, said, async (before, after) => {
      const follower = await people.register();
      const former = before.map((follow) => formerly(follower, followed, follow));
      await people.append(follower, 1, [formerly(follower, other, true), ...former]);
      let is = before.at(-1) ?? false;
      const expected: string[] = [];
      for (const [turn, follow] of after.entries()) {
        const { streams } = await change(follow ? 'follow' : 'unfollow', follower, followed, turn);
        if (follow !== is) expected.push(follow ? 'PersonFollowed' : 'PersonUnfollowed');
        is = follow;
        const pair = `following-${follower}-${followed}`;
        expect(streams).toEqual(
          expected.length > 0 ? { [pair]: expected.length } : { [`person-${follower}`]: 2 + former.length },
        );
      }
      expect(await typesOf(`following-${follower}-${followed}`)).toEqual(expected);
      if (after.length > 0) expect(await follows(follower, followed)).toBe(is);
      if (after.length > 0) expect(await follows(follower, other)).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('following the same account at once, over two replicas, is one following', async () => {
  const [follower, followed] = [await people.register(), await people.register()];
  await Promise.all(Array.from({ length: 10 }, (_, turn) => change('follow', follower, followed, turn)));
  expect(await typesOf(`following-${follower}-${followed}`)).toEqual(['PersonFollowed']);
});

test('of too many followings at once, over two replicas, only those up to the upper bound are accepted', async () => {
  const follower = await people.register();
  await people.stored.database.pool.query(
    `INSERT INTO followings SELECT $1, gen_random_uuid() FROM generate_series(1, $2)`,
    [follower, maxFollowings - 3],
  );
  const wanted = await Promise.all(Array.from({ length: 8 }, () => people.register()));
  const answers = await Promise.all(
    wanted.map((followed, turn) => statusOf(change('follow', follower, followed, turn))),
  );
  expect(answers.sort()).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
});

test('followings are charged to the follower, whoever is followed', async () => {
  const [follower, followed, another] = [await people.register(), await people.register(), await people.register()];
  await change('follow', follower, followed);
  await people.stored.database.pool.query(`UPDATE spent SET count = $2 WHERE subject_id = $1`, [
    follower,
    dailyBudgets.followings,
  ]);
  expect(await statusOf(change('follow', follower, another))).toBe(429);
  expect(await statusOf(change('follow', follower, followed))).toBe(200);
});

test('nobody can follow themselves, a guest or a stranger', async () => {
  const follower = await people.register();
  expect(await statusOf(change('follow', follower, follower))).toBe(422);
  expect(await statusOf(change('follow', follower, randomUUIDv7()))).toBe(404);
  expect(await statusOf(change('unfollow', follower, randomUUIDv7()))).toBe(200);
});

test('once a pair has its own stream, events that an older version adds to the follower’s are ignored', async () => {
  const [follower, followed] = [await people.register(), await people.register()];
  await change('follow', follower, followed);
  await change('unfollow', follower, followed);
  await people.append(follower, 1, [formerly(follower, followed, true)]);
  await change('unfollow', follower, followed);
  expect(await follows(follower, followed)).toBe(false);
  expect(await typesOf(`following-${follower}-${followed}`)).toEqual(['PersonFollowed', 'PersonUnfollowed']);
});
