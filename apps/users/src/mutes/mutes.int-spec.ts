import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SealedDataOf } from '#contracts/events.js';
import { maxMutes } from '#contracts/people/mute.commands.js';
import { openSealed } from '#keyring/sealed-in.js';
import { metadata } from '#testing/event-store.js';
import { dailyBudgets } from '../budget/daily-budgets.js';
import { MuteController } from '../mute/mute.controller.js';
import { requestOf, statusOf, UsersFixture } from '../person/users-fixture.js';
import { UnmuteController } from '../unmute/unmute.controller.js';

let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

const change = (what: 'mute' | 'unmute', personId: string, mute: object, turn = 0) => {
  const Controller = what === 'mute' ? MuteController : UnmuteController;
  return new Controller(people.replica(turn).commands).handle(requestOf(personId, { mute }));
};
const tag = (key: string) => ({ kind: 'tag', key });

/** What each event says, in clear. */
async function said(personId: string): Promise<unknown[]> {
  const stored = await people.stored.store.readStream(`mutes-${personId}`);
  const key = (await people.keyring.keysOf([personId])).get(personId);
  return stored.map(({ id: eventId, data }) => {
    const { mutes: value } = data as SealedDataOf<'MutesChanged'>;
    return JSON.parse(openSealed(key, 'mutes', { eventId, value }) as string) as unknown;
  });
}

test('guests and accounts mute, and no event or row has it in clear', async () => {
  for (const personId of [await people.introduce(), await people.register()]) {
    const { streams } = await change('mute', personId, tag('harbour'));
    expect(streams).toEqual({ [`mutes-${personId}`]: 1 });
    await change('mute', personId, { kind: 'source', key: 'The harbour' }, 1);
    await change('mute', personId, tag('harbour'));
    await change('unmute', personId, tag('harbour'), 1);
    expect(await said(personId)).toEqual([
      [tag('harbour')],
      [tag('harbour'), { kind: 'source', key: 'the harbour' }],
      [{ kind: 'source', key: 'the harbour' }],
    ]);
    const { rows } = await people.stored.database.pool.query<{ all: string }>(
      `SELECT json_agg(state)::text AS all FROM stream_states`,
    );
    expect(rows[0]?.all).not.toContain('harbour');
  }
});

test('of mutes at once, over two replicas, none is lost, and none is more than one can', async () => {
  const personId = await people.register();
  await Promise.all(Array.from({ length: 6 }, (_, turn) => change('mute', personId, tag(`harbour ${turn}`), turn)));
  expect((await said(personId)).at(-1)).toHaveLength(6);
  const many = Array.from({ length: maxMutes - 1 }, (_, at) => tag(String(at)));
  const full = await people.register();
  await people.replica(0).events.transact(
    ({ append }) =>
      append(
        [
          {
            ...{ stream: `mutes-${full}`, topic: 'users.events.v1', key: full, expectedVersion: 0 },
            events: [
              {
                ...{
                  id: '0190a3c2-9c00-7000-8000-00000000000a',
                  type: 'MutesChanged',
                  occurredAt: new Date().toISOString(),
                },
                data: { personId: full, mutes: JSON.stringify(many), actor: { kind: 'person', id: full } },
              },
            ],
          },
        ],
        metadata(),
      ),
    { sealedFor: [full] },
  );
  const answers = await Promise.all([1, 2, 3].map((turn) => statusOf(change('mute', full, tag(`x${turn}`), turn))));
  expect(answers.sort()).toEqual([200, 409, 409]);
});

test('changes are charged to a daily budget; strangers and nonsense are refused', async () => {
  const personId = await people.register();
  await change('mute', personId, tag('harbour'));
  await people.stored.database.pool.query(`UPDATE spent SET count = $2 WHERE subject_id = $1`, [
    ...[personId, dailyBudgets['changes of what is muted']],
  ]);
  expect(await statusOf(change('mute', personId, tag('bridge')))).toBe(429);
  expect(await statusOf(change('mute', personId, tag('harbour')))).toBe(200);
  expect(await statusOf(change('mute', personId, { kind: 'person', key: personId }))).toBe(422);
  for (const mute of [tag(' '), tag('x'.repeat(301)), { kind: 'person', key: 'Ida' }, { kind: 'day', key: 'x' }]) {
    expect(await statusOf(change('mute', personId, mute))).toBe(422);
  }
});
