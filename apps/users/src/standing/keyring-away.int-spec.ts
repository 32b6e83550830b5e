import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ChangeAccountController } from '../change-account/change-account.controller.js';
import { UsersFixture, pseudonymKey, requestOf, statusOf } from '../person/users-fixture.js';
import { ReinstateAddressRangeController } from '../reinstate-address-range/reinstate-address-range.controller.js';
import { ReinstatePersonController } from '../reinstate-person/reinstate-person.controller.js';
import { SanctionAddressRangeController } from '../sanction-address-range/sanction-address-range.controller.js';
import { SanctionPersonController } from '../sanction-person/sanction-person.controller.js';

let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open({ roles: ['reader', 'admin'] })));
afterAll(() => people.close());

const away = () => Promise.reject(new Error('the keyring is away'));

test('with the keyring away, what has nothing personal in it is done; the rest says why not', async () => {
  const [admin, personId] = [await people.register(), await people.register()];
  const { pool, commands } = people.replica(0);
  const range = { range: '203.0.113.0/24', kind: 'ban', reason: 'spam' };
  const ranges = new SanctionAddressRangeController(commands, pool, pseudonymKey);
  const { rangeId } = await ranges.handle(requestOf(admin, range));
  Object.assign(people.keyring, { keysOf: away, createKeys: away });

  const ban = { personId, kind: 'ban', reason: 'spam' };
  const sanction = (body: object) => new SanctionPersonController(commands).handle(requestOf(admin, body));
  const reinstate = (body: object) => new ReinstatePersonController(commands).handle(requestOf(admin, body));
  const lift = (body: object) => new ReinstateAddressRangeController(commands).handle(requestOf(admin, body));
  const change = (body: object) =>
    new ChangeAccountController(commands, pool, pseudonymKey).handle(requestOf(personId, body));
  const note = 'See the thread.';

  await expect(sanction({ ...ban, note })).rejects.toThrow('away');
  expect(await statusOf(sanction(ban))).toBe(200);
  await expect(reinstate({ personId, reason: 'other', note })).rejects.toThrow('away');
  expect(await statusOf(reinstate({ personId, reason: 'other' }))).toBe(200);
  await expect(lift({ rangeId, reason: 'other', note })).rejects.toThrow('away');
  expect(await statusOf(lift({ rangeId, reason: 'other' }))).toBe(200);
  await expect(change({ bio: 'Sums.', password: 'correct horse' })).rejects.toThrow('away');
  expect(await statusOf(change({ password: 'correct horse' }))).toBe(200);
});
