import { describe, test } from '@jest/globals';
import {
  guestIntroduced,
  nickPicked,
  originalNickRestored,
  personErased,
  userRegistered,
} from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { nickDecider, type PickNick } from './nick.decider.js';

const { personId, actor } = nickPicked;
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const nick = 'Snoomble 417';
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const registered = { ...meta, type: 'UserRegistered', data: userRegistered } as const;
const picked = { ...meta, type: 'NickPicked', data: { ...nickPicked, nick } } as const;
const restored = { ...meta, type: 'OriginalNickRestored', data: originalNickRestored } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;

const isFree = { isTaken: false, looksLikeStaff: false };
const pick: PickNick = {
  ...{ ...by, type: 'PickNick', personId, nick },
  ...{ names: { original: 'Ada', nick: null }, nameStanding: isFree },
};
const restore = { ...by, type: 'RestoreOriginalNick', personId } as const;
const both = [
  ['guest', introduced],
  ['account', registered],
] as const;

test.each(both)('a %s picks a nick, another, and goes back', (_, begun) => {
  given(nickDecider, [begun]).when(pick).then([picked]);
  given(nickDecider, [begun, picked])
    .when({ ...pick, names: { original: 'Ada', nick: 'Broom 2' } })
    .then([picked]);
  given(nickDecider, [begun, picked]).when(restore).then([restored]);
});

test('picking the present nick, or restoring the present name, changes nothing', () => {
  given(nickDecider, [introduced, picked])
    .when({ ...pick, names: { original: 'Ada', nick } })
    .then([]);
  given(nickDecider, [introduced]).when(restore).then([]);
  given(nickDecider, [introduced, picked, restored]).when(restore).then([]);
});

test('a stranger or an erased person cannot pick a nick', () => {
  given(nickDecider, []).when(pick).thenRejected('PersonNotFound', 'not found');
  given(nickDecider, [introduced, picked, erased]).when(restore).thenRejected('PersonNotFound', 'not found');
});

describe('a nick', () => {
  test.each(both)('of a %s is not the name they came with, however it is written', (_, begun) => {
    given(nickDecider, [begun])
      .when({ ...pick, nick: 'ADA' })
      .thenRejected('IsOriginalName', 'invalid');
  });

  test.each(both)('of a %s is no name that an account has, or had lately', (_, begun) => {
    given(nickDecider, [begun])
      .when({ ...pick, nameStanding: { ...isFree, isTaken: true } })
      .thenRejected('NameTaken', 'conflict');
  });

  test.each(both)('of a %s does not look like a name of the staff', (_, begun) => {
    given(nickDecider, [begun])
      .when({ ...pick, nameStanding: { ...isFree, looksLikeStaff: true } })
      .thenRejected('LooksLikeStaff', 'invalid');
  });

  test('cannot be picked if the names are unreadable; restoring the name is still possible', () => {
    given(nickDecider, [registered])
      .when({ ...pick, names: undefined })
      .thenRejected('PersonNotFound', 'not found');
    given(nickDecider, [registered, picked]).when(restore).then([restored]);
  });
});
