import { describe, test } from '@jest/globals';
import {
  guestIntroduced,
  guestLinked,
  personBanned,
  personErased,
  personPremoderated,
  personReinstated,
  personSuspended,
  personWarned,
  userRegistered,
} from '#contracts/people/person.examples.js';
import type { PersonEvent } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { sanctionDecider, type SanctionCommand } from './sanction.decider.js';

const { personId, actor } = personBanned;
const note = 'See the thread.';
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const editor: PersonEvent = { ...meta, type: 'UserRegistered', data: { ...userRegistered, roles: ['editor'] } };
const linked = { ...meta, type: 'GuestLinked', data: guestLinked } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;
const banned = { ...meta, type: 'PersonBanned', data: personBanned } as const;
const suspended = { ...meta, type: 'PersonSuspended', data: { ...personSuspended, note } } as const;
const warned = { ...meta, type: 'PersonWarned', data: personWarned } as const;
const premoderated = { ...meta, type: 'PersonPremoderated', data: personPremoderated } as const;
const reinstated = { ...meta, type: 'PersonReinstated', data: personReinstated } as const;

const judged = { ...by, personId, byAdmin: false, staff: ['editor', 'moderator', 'admin'] };
const sanction = { ...judged, type: 'SanctionPerson', until: null } as const;
const ban: SanctionCommand = { ...sanction, kind: 'ban', reason: personBanned.reason };
const suspend: SanctionCommand = {
  ...{ ...sanction, kind: 'suspend', note },
  ...{ reason: personSuspended.reason, until: personSuspended.until },
};
const warn: SanctionCommand = { ...sanction, kind: 'warn', reason: personWarned.reason };
const premoderate: SanctionCommand = { ...sanction, kind: 'premoderate', reason: personPremoderated.reason };
const reinstate: SanctionCommand = { ...judged, type: 'ReinstatePerson', reason: personReinstated.reason };

describe('a sanction', () => {
  test('is possible for guests and accounts, and may be repeated', () => {
    for (const [said, event] of [
      [ban, banned],
      [suspend, suspended],
      [warn, warned],
      [premoderate, premoderated],
    ] as const) {
      given(sanctionDecider, [introduced]).when(said).then([event]);
      given(sanctionDecider, [introduced, banned]).when(said).then([event]);
    }
  });

  test('is lifted if there is one', () => {
    given(sanctionDecider, [introduced, banned]).when(reinstate).then([reinstated]);
    given(sanctionDecider, [introduced, warned]).when(reinstate).then([]);
    given(sanctionDecider, [introduced, banned, reinstated]).when(reinstate).then([]);
  });

  test.each([
    ['nobody', [], 'PersonNotFound', 'not found'],
    ['who is erased', [introduced, erased], 'PersonNotFound', 'not found'],
    ['a guest who has an account now', [introduced, linked], 'GuestIsLinked', 'conflict'],
    ['an editor, by a moderator', [editor], 'StaffIsForAdmins', 'forbidden'],
  ] as const)('is not possible for %s', (_, past, rule, kind) => {
    for (const said of [ban, reinstate]) {
      given(sanctionDecider, [...past])
        .when(said)
        .thenRejected(rule, kind);
    }
  });

  test('of an editor needs an admin', () => {
    given(sanctionDecider, [editor])
      .when({ ...ban, byAdmin: true })
      .then([banned]);
  });

  test('is not possible for oneself', () => {
    given(sanctionDecider, [introduced])
      .when({ ...ban, actor: { kind: 'person', id: personId } })
      .thenRejected('JudgesOneself', 'invalid');
  });

  test('must end later than it begins', () => {
    given(sanctionDecider, [introduced])
      .when({ ...suspend, until: by.at })
      .thenRejected('EndsBeforeItBegins', 'invalid');
  });

  test('that suspends must have an end', () => {
    given(sanctionDecider, [introduced])
      .when({ ...suspend, until: null })
      .thenRejected('SuspendedWithoutEnd', 'invalid');
  });
});
