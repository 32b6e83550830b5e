import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { problemOf } from '#http/problem-of.js';
import { GrantRoleController } from '../grant-role/grant-role.controller.js';
import { now, pseudonymKey, requestOf, statusOf, UsersFixture } from '../person/users-fixture.js';
import { ReinstatePersonController } from '../reinstate-person/reinstate-person.controller.js';
import { RevokeRoleController } from '../revoke-role/revoke-role.controller.js';
import { RemoveSecondFactorOfController } from '../remove-second-factor/remove-second-factor-of.controller.js';
import { AccountFixture } from '../second-factor/second-factor-fixture.js';
import { UnlinkGuestController } from '../unlink-guest/unlink-guest.controller.js';
import { SanctionPersonController } from './sanction-person.controller.js';

let people: UsersFixture;
let [one, other] = ['', ''];
beforeAll(async () => {
  people = await UsersFixture.open({ roles: ['admin'] });
  [one, other] = [await people.register('One'), await people.register('Other')];
});
afterAll(() => people.close());

/** A command of a moderator who has read the record at a version; undefined: who says nothing of it. */
const asked = (by: string, body: object, seen?: string) => {
  const request = requestOf(by, body);
  return { ...request, headers: { ...request.headers, ...(seen !== undefined && { 'if-match': seen }) } };
};
const commands = () => people.replica(0).commands;
const ban = (by: string, personId: string, seen?: string, kind = 'ban') =>
  new SanctionPersonController(commands()).handle(asked(by, { personId, kind, reason: 'spam' }, seen));
const reinstate = (by: string, personId: string, seen?: string) =>
  new ReinstatePersonController(commands()).handle(asked(by, { personId, reason: 'spam' }, seen));
const grant = (by: string, personId: string, seen?: string) =>
  new GrantRoleController(commands(), pseudonymKey).handle(asked(by, { personId, role: 'editor', reason: 'so' }, seen));
const revoke = (by: string, personId: string, seen?: string) =>
  new RevokeRoleController(commands(), pseudonymKey).handle(
    asked(by, { personId, role: 'editor', reason: 'so' }, seen),
  );
const unlink = (by: string, personId: string, seen?: string) =>
  new UnlinkGuestController(commands()).handle(asked(by, { personId }, seen));
const removeFactor = (by: string, personId: string, seen?: string) =>
  new RemoveSecondFactorOfController(commands()).handle(asked(by, { personId, reason: 'Lost' }, seen));
const linked = (personId: string, accountId: string) => ({
  personId,
  accountId,
  actor: { kind: 'person', id: accountId },
});
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => problemOf(error).toJSON(),
  );

describe('two moderators on one record', () => {
  test('the second is told what the first has done, and does not overwrite it', async () => {
    const person = await people.register('Judged');
    expect(await statusOf(ban(one, person, '"1"'))).toBe(200);
    expect(await refusalOf(ban(other, person, '"1"', 'warn'))).toMatchObject({
      status: 412,
      detail: 'This has changed since you read it.',
      changes: [{ version: 2, type: 'PersonBanned', actorId: one, at: expect.stringMatching(/Z$/) }],
    });
    for (const late of [reinstate, grant, revoke]) expect(await statusOf(late(other, person, '"1"'))).toBe(412);
    expect(await statusOf(ban(other, person, '"2"', 'warn'))).toBe(200);
    // Who does not say what they have read decides on what is so.
    expect(await statusOf(reinstate(other, person))).toBe(200);
    expect(await statusOf(reinstate(other, person, '*'))).toBe(200);
  });

  test('nor is a guest unlinked, or a second factor removed, that others have decided about since', async () => {
    const [guest, account] = [await people.introduce('Guest'), await people.register('Account')];
    await people.append(guest, 1, [
      { id: randomUUIDv7(), type: 'GuestLinked', occurredAt: now(), data: { ...linked(guest, account) } },
    ]);
    const late = (type: string) => ({ status: 412, changes: [{ version: 3, type, actorId: one }] });
    expect(await statusOf(unlink(one, guest, '"2"'))).toBe(200);
    expect(await refusalOf(unlink(other, guest, '"2"'))).toMatchObject(late('GuestUnlinked'));
    expect(await statusOf(unlink(other, guest, '"3"'))).toBe(200);
    const person = await AccountFixture.secured(people);
    const { personId } = person.account;
    expect(await statusOf(ban(one, personId, '"2"'))).toBe(200);
    expect(await refusalOf(removeFactor(other, personId, '"2"'))).toMatchObject(late('PersonBanned'));
    expect(await statusOf(removeFactor(other, personId, '"3"'))).toBe(200);
  });

  test('of two at once, one decides', async () => {
    const person = await people.register('Both');
    const both = await Promise.all([statusOf(ban(one, person, '"1"')), statusOf(ban(other, person, '"1"'))]);
    expect(both.sort()).toEqual([200, 412]);
  });

  test.each([
    ['by changes of their own', 'OriginalNickRestored', {}],
    ['by what the system does because of them', 'SessionsEnded', { sessionIds: [], reason: 'password-changed' }],
  ])('a person cannot fend off their judges %s', async (_, type, more) => {
    const person = await people.register('Slippery');
    const actor = type === 'SessionsEnded' ? { kind: 'system', rule: 'most-sessions' } : { kind: 'person', id: person };
    const data = { personId: person, actor, ...more };
    await people.append(person, 1, [{ id: randomUUIDv7(), type, occurredAt: now(), data }]);
    expect(await statusOf(ban(one, person, '"1"'))).toBe(200);
  });

  test('a repetition gets the first answer; what was never read is no match, and what is no ETag a 400', async () => {
    const person = await people.register('Again');
    const request = asked(one, { personId: person, kind: 'ban', reason: 'spam' }, '"1"');
    const controller = new SanctionPersonController(commands());
    expect(await controller.handle(request)).toEqual(await controller.handle(request));
    expect(await refusalOf(ban(one, person, '"9"'))).toMatchObject({ status: 412, changes: [] });
    for (const no of ['W/"2"', '2', '"2", "3"']) expect(await statusOf(ban(one, person, no))).toBe(400);
  });
});
