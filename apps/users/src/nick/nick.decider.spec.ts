import { test } from '@jest/globals';
import {
  guestIntroduced,
  nickPicked,
  originalNickRestored,
  personErased,
  userRegistered,
} from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { nickDecider } from './nick.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const registered = { ...meta, type: 'UserRegistered', data: userRegistered } as const;
const picked = { ...meta, type: 'NickPicked', data: nickPicked } as const;
const restored = { ...meta, type: 'OriginalNickRestored', data: originalNickRestored } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;
const pick = (isTheirs = false) => ({ type: 'PickNick', event: picked, isTheirs }) as const;
const restore = { type: 'RestoreOriginalNick', event: restored } as const;

test.each([
  ['guest', introduced],
  ['account', registered],
])('a %s picks a nick, another, and goes back', (_, begun) => {
  given(nickDecider, [begun]).when(pick()).then([picked]);
  given(nickDecider, [begun, picked]).when(pick()).then([picked]);
  given(nickDecider, [begun, picked]).when(restore).then([restored]);
});

test('to pick the nick one has, or to go back where one is, changes nothing', () => {
  given(nickDecider, [introduced, picked]).when(pick(true)).then([]);
  given(nickDecider, [introduced]).when(restore).then([]);
  given(nickDecider, [introduced, picked, restored]).when(restore).then([]);
});

test('nobody picks nothing, and who is erased is nobody', () => {
  given(nickDecider, []).when(pick()).thenRejected('PersonNotFound');
  given(nickDecider, [introduced, picked, erased]).when(restore).thenRejected('PersonNotFound');
});
