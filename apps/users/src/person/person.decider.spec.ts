import { describe, test } from '@jest/globals';
import { guestIntroduced, passwordChanged, personErased, sessionsEnded } from '#contracts/people/person.examples.js';
import type { PersonEvent } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import {
  personDecider,
  type ChangeAccount,
  type ChangeGuest,
  type EndSessions,
  type IntroduceGuest,
  type RegisterUser,
} from './person.decider.js';

const { personId, actor } = guestIntroduced;
const ids = [1, 2, 3].map((n) => `0190a3c2-9c00-7000-8000-00000000000${n}`);
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids };
const meta = (number = 0) => ({ id: ids[number] ?? '', occurredAt: by.at });
const introduced: PersonEvent = {
  ...{ ...meta(), type: 'GuestIntroduced' },
  data: { personId, name: 'Ada', website: 'https://ada.example/', actor },
};
const registered: PersonEvent = {
  ...{ ...meta(), type: 'UserRegistered' },
  data: { personId, username: 'ada', email: 'ada@example.org', roles: ['reader'], actor },
};
const changed = (data: object): PersonEvent => ({
  ...{ ...meta(), type: 'ProfileChanged' },
  data: { personId, ...data, actor },
});
const repassworded: PersonEvent = { ...meta(1), type: 'PasswordChanged', data: passwordChanged };
const { sessionIds } = sessionsEnded;
const endedFor = (reason: EndSessions['reason'], number = 0): PersonEvent => ({
  ...{ ...meta(number), type: 'SessionsEnded' },
  data: { ...sessionsEnded, reason },
});
const erased: PersonEvent = { ...meta(), type: 'PersonErased', data: personErased };

const isFree = { isTaken: false, looksLikeStaff: false };
const introduce: IntroduceGuest = {
  ...{ ...by, type: 'IntroduceGuest', personId, nameStanding: isFree },
  ...{ name: 'Ada', website: 'https://ada.example/' },
};
const register: RegisterUser = {
  ...{ ...by, type: 'RegisterUser', personId, username: 'ada', email: 'ada@example.org', roles: ['reader'] },
  ...{ taken: [], looksLikeStaff: false },
};
const changeAccount: ChangeAccount = {
  ...{ ...by, type: 'ChangeAccount', personId, wanted: {}, taken: [], looksLikeStaff: false },
  ...{ profile: { username: 'ada', email: 'ada@example.org', bio: null, image: null } },
  ...{ newPassword: false, presentPassword: 'not needed', endedSessions: [] },
};
const changeGuest: ChangeGuest = {
  ...{ ...by, type: 'ChangeGuest', personId, wanted: {}, nameStanding: undefined },
  ...{ details: { name: 'Ada', email: null, website: 'https://ada.example/' } },
};
const endSessions: EndSessions = { ...by, type: 'EndSessions', personId, sessionIds, reason: 'signed-out' };
const rotate: EndSessions = { ...endSessions, type: 'RotateCredential', reason: 'credential-rotated' };

describe('a person begins', () => {
  test('a new guest is introduced', () => {
    given(personDecider, []).when(introduce).then([introduced]);
  });

  test('a guest is not introduced twice', () => {
    given(personDecider, [introduced]).when(introduce).thenRejected('PersonExists', 'conflict');
  });

  test('an account is registered, once', () => {
    given(personDecider, []).when(register).then([registered]);
    given(personDecider, [registered]).when(register).thenRejected('PersonExists', 'conflict');
  });

  test('an erased person cannot come back', () => {
    given(personDecider, [introduced, erased]).when(register).thenRejected('PersonExists', 'conflict');
  });

  test('no guest with an account’s name, or one like the staff’s; guests of an archive keep their names', () => {
    given(personDecider, [])
      .when({ ...introduce, nameStanding: { ...isFree, isTaken: true } })
      .thenRejected('NameTaken', 'conflict');
    given(personDecider, [])
      .when({ ...introduce, nameStanding: { ...isFree, looksLikeStaff: true } })
      .thenRejected('LooksLikeStaff', 'invalid');
    const { nameStanding: _, ...archived } = introduce;
    const provenance = { source: 'blog', externalId: '7' };
    given(personDecider, [])
      .when({ ...archived, provenance })
      .then([{ ...introduced, data: { ...introduced.data, provenance } }]);
  });

  test.each([[['username']], [['email']], [['username', 'email']]] as const)(
    'no account with what another has: %j',
    (taken) => {
      given(personDecider, [])
        .when({ ...register, taken: [...taken], looksLikeStaff: true })
        .thenRejected('NameOrEmailTaken', 'conflict');
    },
  );

  test('no account with a name like the staff’s', () => {
    given(personDecider, [])
      .when({ ...register, looksLikeStaff: true })
      .thenRejected('LooksLikeStaff', 'invalid');
  });
});

describe('an account', () => {
  const account = given(personDecider, [registered]);
  const wanted = { username: 'countess', bio: 'Sums.' };

  test('an account changes its profile and its password, at once or one of them', () => {
    account.when({ ...changeAccount, wanted, newPassword: true }).then([changed(wanted), repassworded]);
    account.when({ ...changeAccount, wanted }).then([changed(wanted)]);
    account.when({ ...changeAccount, newPassword: true }).then([repassworded]);
    account.when(changeAccount).then([]);
  });

  test('only different values are a change, and null clears a field', () => {
    account.when({ ...changeAccount, wanted: { username: 'ada', email: 'ada@example.org', bio: null } }).then([]);
    const told = { username: 'ada', email: 'ada@example.org', bio: 'Sums.', image: null };
    account
      .when({ ...changeAccount, profile: told, wanted: { username: 'ada', bio: null } })
      .then([changed({ bio: null })]);
  });

  test('whose profile is unreadable can only change its password', () => {
    account.when({ ...changeAccount, wanted, profile: undefined, newPassword: true }).then([repassworded]);
  });

  test('takes no name or e-mail that another has, and no name like the staff’s', () => {
    account.when({ ...changeAccount, wanted, taken: ['username'] }).thenRejected('NameOrEmailTaken', 'conflict');
    account.when({ ...changeAccount, wanted, looksLikeStaff: true }).thenRejected('LooksLikeStaff', 'invalid');
    account
      .when({ ...changeAccount, wanted: { bio: 'Sums.' }, looksLikeStaff: true })
      .then([changed({ bio: 'Sums.' })]);
  });

  test.each([
    ['guest', [introduced]],
    ['stranger', []],
  ])('a %s has no account to change', (_, past) => {
    given(personDecider, past)
      .when({ ...changeAccount, wanted })
      .thenRejected('NotAnAccount', 'forbidden');
  });

  test('an erased account cannot change anything', () => {
    given(personDecider, [registered, erased])
      .when({ ...changeAccount, wanted })
      .thenRejected('PersonErased', 'not signed in');
  });

  test('sessions end; without a session nothing happens', () => {
    account.when(endSessions).then([endedFor('signed-out')]);
    account.when({ ...endSessions, sessionIds: [] }).then([]);
    given(personDecider, [introduced]).when(endSessions).thenRejected('NotAnAccount', 'forbidden');
  });

  test('a named session that has ended is not found', () => {
    account.when({ ...endSessions, sessionIds: [], isUnknown: true }).thenRejected('SessionUnknown', 'not found');
  });

  test('with a password end the other sessions, where there are some', () => {
    const changing: ChangeAccount = { ...changeAccount, newPassword: true };
    account.when({ ...changing, endedSessions: sessionIds }).then([repassworded, endedFor('password-changed', 2)]);
    account.when({ ...changing, endedSessions: [] }).then([repassworded]);
    account.when({ ...changeAccount, endedSessions: sessionIds }).then([]);
  });
});

describe('a guest', () => {
  const guest = given(personDecider, [introduced]);
  const wanted = { name: 'Ada L.', email: 'ada@example.org', website: null };
  const { name, ...others } = wanted;
  const change: ChangeGuest = { ...changeGuest, wanted, nameStanding: isFree };

  test('a guest can change their details and rotate the credential; an account can do neither', () => {
    guest.when(change).then([changed({ username: name, ...others })]);
    guest.when(changeGuest).then([]);
    guest.when(rotate).then([endedFor('credential-rotated')]);
    const account = given(personDecider, [registered]);
    account.when(change).thenRejected('NotAGuest', 'invalid');
    account.when(rotate).thenRejected('NotAGuest', 'invalid');
    given(personDecider, [introduced, erased]).when(change).thenRejected('PersonErased', 'not signed in');
  });

  test('repeating the present details changes nothing, even if an account has the name by now', () => {
    const same = { name: 'Ada', email: null, website: 'https://ada.example/' };
    guest.when({ ...change, wanted: same, nameStanding: { ...isFree, isTaken: true } }).then([]);
  });

  test('takes no other name that an account has, or one like the staff’s', () => {
    guest.when({ ...change, nameStanding: { ...isFree, isTaken: true } }).thenRejected('NameTaken', 'conflict');
    guest
      .when({ ...change, nameStanding: { ...isFree, looksLikeStaff: true } })
      .thenRejected('LooksLikeStaff', 'invalid');
  });

  test('a guest whose details are unreadable cannot be changed', () => {
    guest.when({ ...change, details: undefined }).thenRejected('PersonNotFound', 'not found');
  });
});
