import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UsersFixture, requestOf, statusOf } from '../person/users-fixture.js';
import { storeCredentials } from '../person/store-credentials.js';
import { maxGuestsOfAccount } from '../standing/link.decider.js';
import { LinkGuestController } from './link-guest.controller.js';

let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open()));
afterAll(() => people.close());

async function account(): Promise<string> {
  const accountId = await people.register();
  await people.replica(0).events.transact(({ client }) => storeCredentials(client, accountId, 'hash'));
  return accountId;
}

const link = (token: string, accountId: string, turn = 0) => {
  const { commands, links } = people.replica(turn);
  return new LinkGuestController(commands, links).handle(requestOf(accountId, { token }));
};

test('an account can have so many guests and no more, also if many are linked at once over two replicas', async () => {
  const accountId = await account();
  const guests = await Promise.all(Array.from({ length: maxGuestsOfAccount + 10 }, () => people.introduce()));
  const answers = await Promise.all(guests.map((guest, turn) => statusOf(link(guest, accountId, turn))));
  expect(answers.filter((status) => status === 409)).toHaveLength(10);
  const { rowCount } = await people.replica(0).pool.query('SELECT FROM links WHERE account_id = $1', [accountId]);
  expect(rowCount).toBe(maxGuestsOfAccount);
});

test('a guest is linked once, and repetitions get the same answer', async () => {
  const [guest, accountId] = [await people.introduce(), await account()];
  const streams = { [`person-${guest}`]: 2 };
  expect(await link(guest, accountId)).toEqual({ streams });
  expect(await link(guest, accountId, 1)).toEqual({ streams });
  expect(await statusOf(link(guest, await account()))).toBe(409);
});

test('a guest cannot be linked to an account erased meanwhile, nor by an account’s token', async () => {
  const guest = await people.introduce();
  expect(await statusOf(link(guest, await people.register()))).toBe(401);
  expect(await statusOf(link(await people.register(), await account()))).toBe(422);
});
