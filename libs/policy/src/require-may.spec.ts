import { describe, expect, test } from '@jest/globals';
import type { Caller } from '#identity/caller.js';
import { requireGoodAddress, requireMay, requireMayCommand } from './require-may.js';
import type { Rule } from './rule.js';

const now = '2026-01-02T03:04:05.000Z';
const account: Caller = { personId: 'a', kind: 'account', roles: ['reader'], sessionId: 's', sanctions: {} };
const guest: Caller = { ...account, kind: 'guest', roles: [] };
const editor: Caller = { ...account, roles: ['reader', 'editor'] };
const banned = (caller: Caller): Caller => ({ ...caller, sanctions: { ban: { reason: 'spam', until: null } } });

/** The status of the refusal; undefined for a permitted caller. */
function refusal(rule: Rule, caller: Caller | undefined): unknown {
  try {
    requireMay(rule, caller, now);
    return undefined;
  } catch (problem) {
    return (problem as { status: number }).status;
  }
}

describe('who may', () => {
  test.each<[string, Rule, Record<string, unknown>]>([
    ['everyone', { may: 'everyone' }, { stranger: undefined, guest: undefined, account: undefined }],
    ['who is known', { may: 'known' }, { stranger: 401, guest: undefined, account: undefined }],
    ['accounts', { may: 'account' }, { stranger: 401, guest: 403, account: undefined }],
    ['guests', { may: 'guest' }, { stranger: 401, guest: undefined, account: 403 }],
    ['editors', { may: ['editor', 'admin'] }, { stranger: 401, guest: 403, account: 403, editor: undefined }],
  ])('%s', (_, rule, expected) => {
    const who = { stranger: undefined, guest, account, editor };
    const found = Object.keys(expected).map((name) => [name, refusal(rule, who[name as keyof typeof who])]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('a banned person is refused where good standing is required, and only there', () => {
    expect(refusal({ may: ['editor'], inGoodStanding: true }, banned(editor))).toBe(403);
    expect(refusal({ may: 'everyone', inGoodStanding: true }, banned(guest))).toBe(403);
    expect(refusal({ may: 'known' }, banned(guest))).toBeUndefined();
  });

  test('everybody is refused an unknown command', () => {
    expect(() => requireMayCommand('do-everything', editor)).toThrow('no rule');
    expect(() => requireMayCommand('reopen-comments', guest)).toThrow('This takes a role that you have not');
  });
});

test('who has the role, and lacks the second factor that it takes, is told so', () => {
  const waiting: Caller = { ...account, waitingRoles: ['editor'] };
  expect(() => requireMay({ may: ['editor'] }, waiting, now)).toThrow('This takes a second factor');
  expect(() => requireMay({ may: ['admin'] }, waiting, now)).toThrow('This takes a role that you have not: admin.');
});

test('any banned range refuses the address, however wide it is', () => {
  const always = { ban: { reason: 'spam' as const, until: null } };
  expect(() => requireGoodAddress([{}, always], now)).toThrow('Your address is banned. Reason: spam.');
  expect(() => requireGoodAddress([{}, { ban: { reason: 'spam', until: now } }], now)).not.toThrow();
});
