import { test } from '@jest/globals';
import {
  guestIntroduced,
  passwordChanged,
  personErased,
  profileChanged,
  sessionsEnded,
  userRegistered,
} from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { personDecider } from './person.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const registered = { ...meta, type: 'UserRegistered', data: userRegistered } as const;
const renamed = { ...meta, type: 'ProfileChanged', data: profileChanged } as const;
const repassworded = { ...meta, type: 'PasswordChanged', data: passwordChanged } as const;
const ended = { ...meta, type: 'SessionsEnded', data: sessionsEnded } as const;
const endedNone = { ...ended, data: { ...sessionsEnded, sessionIds: [] } };
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;

test('a new guest is introduced', () => {
  given(personDecider, []).when({ type: 'IntroduceGuest', event: introduced }).then([introduced]);
});

test('a guest is not introduced twice', () => {
  given(personDecider, [introduced]).when({ type: 'IntroduceGuest', event: introduced }).thenRejected('PersonExists');
});

test('an erased person does not come back', () => {
  given(personDecider, [introduced, erased])
    .when({ type: 'RegisterUser', event: registered })
    .thenRejected('PersonExists');
});

test('an account changes its profile and its password, at once or one of them', () => {
  const account = given(personDecider, [registered]);
  account.when({ type: 'ChangeAccount', profile: renamed, password: repassworded }).then([renamed, repassworded]);
  account.when({ type: 'ChangeAccount', password: repassworded }).then([repassworded]);
  account.when({ type: 'ChangeAccount' }).then([]);
});

test.each([
  ['guest', [introduced]],
  ['stranger', []],
])('a %s has no account to change', (_, past) => {
  const nobody = given(personDecider, past);
  nobody.when({ type: 'ChangeAccount', profile: renamed }).thenRejected('NotAnAccount');
});

test('an erased account changes nothing any more', () => {
  given(personDecider, [registered, erased])
    .when({ type: 'ChangeAccount', profile: renamed })
    .thenRejected('PersonErased');
});

test('sessions end, and where none does nothing happens', () => {
  const account = given(personDecider, [registered]);
  account.when({ type: 'EndSessions', event: ended }).then([ended]);
  account.when({ type: 'EndSessions', event: endedNone }).then([]);
  given(personDecider, [introduced]).when({ type: 'EndSessions', event: ended }).thenRejected('NotAnAccount');
});

test('with a password end the other sessions, where there are some', () => {
  const account = given(personDecider, [registered]);
  account.when({ type: 'ChangeAccount', password: repassworded, ended }).then([repassworded, ended]);
  account.when({ type: 'ChangeAccount', password: repassworded, ended: endedNone }).then([repassworded]);
});

test('a guest changes what they are remembered by, and has a credential that rotates; an account has neither', () => {
  const guest = given(personDecider, [introduced]);
  guest.when({ type: 'ChangeGuest', event: renamed }).then([renamed]);
  guest.when({ type: 'ChangeGuest' }).then([]);
  guest.when({ type: 'RotateCredential', event: ended }).then([ended]);
  const account = given(personDecider, [registered]);
  account.when({ type: 'ChangeGuest', event: renamed }).thenRejected('NotAGuest');
  account.when({ type: 'RotateCredential', event: ended }).thenRejected('NotAGuest');
  given(personDecider, [introduced, erased]).when({ type: 'ChangeGuest' }).thenRejected('PersonErased');
});
