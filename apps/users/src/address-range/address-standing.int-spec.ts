import type { ExecutionContext } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { SharedConnection } from '#postgres/shared-connection.js';
import { UsersFixture, pseudonymKey, requestOf } from '../person/users-fixture.js';
import { ReinstateAddressRangeController } from '../reinstate-address-range/reinstate-address-range.controller.js';
import { SanctionAddressRangeController } from '../sanction-address-range/sanction-address-range.controller.js';
import { AddressStandingGuard } from './address-standing.guard.js';
import { placeFormerRanges } from './place-former-ranges.js';

let people: UsersFixture;
let guard: AddressStandingGuard;
const admin = randomUUIDv7();

beforeAll(async () => {
  people = await UsersFixture.open({ roles: ['reader', 'admin'] });
  const { pool } = people.replica(0);
  guard = new AddressStandingGuard(new SharedConnection(pool), pool);
});
afterAll(() => people.close());

/** The answer to a command from that address: undefined if it is permitted, else the reason. */
function judge(command: string, from: string): Promise<unknown> {
  const headers = { 'x-client-address': from };
  const request = { url: `/commands/${command}`, headers };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return guard.canActivate(context).catch((problem: { status: number; detail: string }) => problem.detail);
}

function ban(range: string): Promise<{ rangeId: string }> {
  const { pool, commands } = people.replica(0);
  const controller = new SanctionAddressRangeController(commands, pool, pseudonymKey);
  return controller.handle(requestOf(admin, { range, kind: 'ban', reason: 'spam' }));
}
const lift = (rangeId: string) =>
  new ReinstateAddressRangeController(people.replica(0).commands).handle(
    requestOf(admin, { rangeId, reason: 'other' }),
  );

test('from a banned address nobody can introduce themselves, register or change anything, until the ban is lifted', async () => {
  expect(await judge('introduce-guest', '203.0.113.7')).toBe(true);
  const { rangeId } = await ban('203.0.113.0/24');
  for (const command of ['introduce-guest', 'register', 'change-account', 'follow-person', 'pick-nick']) {
    expect(await judge(command, '203.0.113.7')).toBe('Your address is banned. Reason: spam.');
    expect(await judge(command, '::ffff:203.0.113.7')).toBe('Your address is banned. Reason: spam.');
    expect(await judge(command, '203.0.114.7')).toBe(true);
  }
  // Commands without good standing stay open: a banned person may still read, sign in, and ask for erasure.
  for (const command of ['login', 'request-erasure']) expect(await judge(command, '203.0.113.7')).toBe(true);
  await lift(rangeId);
  expect(await judge('register', '203.0.113.7')).toBe(true);
});

test('a range that an older version banned is found after the service has started', async () => {
  const { rangeId } = await ban('198.51.100.0/24');
  const { pool } = people.replica(0);
  await pool.query('DELETE FROM address_range_networks WHERE range_id = $1', [rangeId]);
  const lost = randomUUID();
  await pool.query(`INSERT INTO reservations (kind, hash, person_id) VALUES ('address-range', 'lost', $1)`, [lost]);
  expect(await judge('register', '198.51.100.7')).toBe(true);
  await placeFormerRanges(pool, people.keyring);
  expect(await judge('register', '198.51.100.7')).toBe('Your address is banned. Reason: spam.');
});
