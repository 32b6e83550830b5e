import { describe, test } from '@jest/globals';
import type { PersonEvent } from '#contracts/events.js';
import {
  erasureRequested,
  guestIntroduced,
  passwordChanged,
  passwordResetIssued,
  personBanned,
  personErased,
  sessionsEnded,
  userRegistered,
} from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { passwordResetDecider, type IssuePasswordReset, type ResetPassword } from './password-reset.decider.js';

const { personId, expiresAt, actor } = passwordResetIssued;
const ids = ['0190a3c2-9c00-7000-8000-000000000001', '0190a3c2-9c00-7000-8000-000000000002'];
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids };
const meta = { id: ids[0] ?? '', occurredAt: by.at };
const registered: PersonEvent = { ...meta, type: 'UserRegistered', data: userRegistered };
const introduced: PersonEvent = { ...meta, type: 'GuestIntroduced', data: guestIntroduced };
const erased: PersonEvent = { ...meta, type: 'PersonErased', data: personErased };
const banned: PersonEvent = { ...meta, type: 'PersonBanned', data: personBanned };
const leaving: PersonEvent = { ...meta, type: 'ErasureRequested', data: erasureRequested };
const issue: IssuePasswordReset = { ...by, type: 'IssuePasswordReset', personId, expiresAt };
const { sessionIds } = sessionsEnded;
const reset: ResetPassword = { ...by, type: 'ResetPassword', personId, isUsable: true, endedSessions: sessionIds };
const changed: PersonEvent = { ...meta, type: 'PasswordChanged', data: { ...passwordChanged, actor } };
const ended: PersonEvent = {
  ...{ id: ids[1] ?? '', occurredAt: by.at, type: 'SessionsEnded' },
  data: { ...sessionsEnded, reason: 'password-changed', actor },
};

describe('a link that an admin makes', () => {
  test('is logged with who made it, each time', () => {
    const issued: PersonEvent = { ...meta, type: 'PasswordResetIssued', data: passwordResetIssued };
    given(passwordResetDecider, [registered]).when(issue).then([issued]);
    given(passwordResetDecider, [registered, issued]).when(issue).then([issued]);
  });

  test.each([
    ['nobody', [], 'PersonNotFound', 'not found'],
    ['a guest', [introduced], 'GuestsHaveNoPassword', 'invalid'],
    ['who is erased', [registered, erased], 'PersonNotFound', 'not found'],
  ] as const)('is not made for %s', (_, past, rule, kind) => {
    given(passwordResetDecider, [...past])
      .when(issue)
      .thenRejected(rule, kind);
  });

  test('is not made for the admin themselves, whose session may be another’s', () => {
    given(passwordResetDecider, [registered])
      .when({ ...issue, actor: { kind: 'person', id: personId } })
      .thenRejected('ResetsOwnPassword', 'invalid');
  });

  test('is not made for an account that nobody can sign in to', () => {
    const imported = given(passwordResetDecider, [registered]);
    imported.when({ ...issue, expiresAt: null }).thenRejected('CannotSignIn', 'invalid');
  });
});

describe('a password that is chosen by a link', () => {
  test.each([
    ['an account', [registered]],
    ['a banned account, as it may sign in', [registered, banned]],
    ['an account that will be erased, which stays so', [registered, leaving]],
  ])('ends all sessions of %s', (_, past) => {
    given(passwordResetDecider, past).when(reset).then([changed, ended]);
    given(passwordResetDecider, past)
      .when({ ...reset, endedSessions: [] })
      .then([changed]);
  });

  test('is refused when the link is over, and to whoever has no account', () => {
    given(passwordResetDecider, [registered])
      .when({ ...reset, isUsable: false })
      .thenRejected('ResetLinkOver', 'invalid');
    given(passwordResetDecider, [introduced]).when(reset).thenRejected('NotAnAccount', 'forbidden');
    given(passwordResetDecider, [registered, erased]).when(reset).thenRejected('PersonErased', 'not signed in');
  });
});
