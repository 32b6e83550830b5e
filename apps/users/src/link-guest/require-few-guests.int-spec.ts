import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { Problem } from '#http/problem.js';
import { PeopleAtHand } from '../person/people-at-hand.js';
import { storeCredentials } from '../person/store-credentials.js';
import { lockAccount } from './lock-account.js';
import { mostGuestsOfAccount, requireFewGuests } from './require-few-guests.js';
import { storeLink } from './store-link.js';

let people: PeopleAtHand;
beforeAll(async () => (people = await PeopleAtHand.open()));
afterAll(() => people.close());

test('an account becomes so many guests and no more, also where many are linked at once over two replicas', async () => {
  const accountId = randomUUIDv7();
  await people.replica(0).store.transact(({ client }) => storeCredentials(client, accountId, 'hash'));
  const link = (turn: number) =>
    people
      .replica(turn)
      .store.transact(async ({ client }) => {
        await lockAccount(client, accountId);
        await requireFewGuests(client, accountId);
        await storeLink(client, { guestId: randomUUIDv7(), accountId, heldNames: [] });
      })
      .then(
        () => 200,
        (error: unknown) => (error instanceof Problem ? error.status : Promise.reject(error as Error)),
      );
  const answers = await Promise.all(Array.from({ length: mostGuestsOfAccount + 10 }, (_, turn) => link(turn)));
  expect(answers.filter((status) => status === 409)).toHaveLength(10);
  const { rowCount } = await people.replica(0).pool.query('SELECT FROM links WHERE account_id = $1', [accountId]);
  expect(rowCount).toBe(mostGuestsOfAccount);
});
