import { describe, test } from '@jest/globals';
import {
  guestIntroduced,
  guestLinked,
  personBanned,
  personErased,
  personReinstated,
  personSuspended,
  personWarned,
  userRegistered,
} from '#contracts/people/person.examples.js';
import type { PersonEvent } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { sanctionDecider } from './sanction.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const editor: PersonEvent = { ...meta, type: 'UserRegistered', data: { ...userRegistered, roles: ['editor'] } };
const linked = { ...meta, type: 'GuestLinked', data: guestLinked } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;
const banned = { ...meta, type: 'PersonBanned', data: personBanned } as const;
const suspended = { ...meta, type: 'PersonSuspended', data: personSuspended } as const;
const warned = { ...meta, type: 'PersonWarned', data: personWarned } as const;
const reinstated = { ...meta, type: 'PersonReinstated', data: personReinstated } as const;
const by = { byAdmin: false, staff: ['editor', 'moderator', 'admin'] };
const sanction = (event: typeof banned | typeof suspended | typeof warned) =>
  ({ type: 'SanctionPerson', event, ...by }) as const;
const reinstate = { type: 'ReinstatePerson', event: reinstated, ...by } as const;

describe('a sanction', () => {
  test('is of a guest as of an account, and may be said again', () => {
    for (const event of [banned, suspended, warned]) {
      given(sanctionDecider, [introduced]).when(sanction(event)).then([event]);
      given(sanctionDecider, [introduced, banned]).when(sanction(event)).then([event]);
    }
  });

  test('is lifted where there is one', () => {
    given(sanctionDecider, [introduced, banned]).when(reinstate).then([reinstated]);
    given(sanctionDecider, [introduced, warned]).when(reinstate).then([]);
    given(sanctionDecider, [introduced, banned, reinstated]).when(reinstate).then([]);
  });

  test.each([
    ['nobody', [], 'PersonNotFound'],
    ['who is erased', [introduced, erased], 'PersonNotFound'],
    ['a guest who has an account now', [introduced, linked], 'GuestIsLinked'],
    ['an editor, by a moderator', [editor], 'StaffIsForAdmins'],
  ])('is not of %s', (_, past, rule) => {
    given(sanctionDecider, past).when(sanction(banned)).thenRejected(rule);
  });

  test('of an editor is an admin’s affair', () => {
    given(sanctionDecider, [editor])
      .when({ ...sanction(banned), byAdmin: true })
      .then([banned]);
  });

  test('is nobody’s own', () => {
    const data = { ...personBanned, actor: { kind: 'person' as const, id: personBanned.personId } };
    given(sanctionDecider, [introduced])
      .when(sanction({ ...banned, data }))
      .thenRejected('JudgesOneself');
  });

  test('ends later than it begins', () => {
    const data = { ...personSuspended, until: meta.occurredAt };
    given(sanctionDecider, [introduced])
      .when(sanction({ ...suspended, data }))
      .thenRejected('EndsBeforeItBegins');
  });
});
