import { test } from '@jest/globals';
import {
  guestIntroduced,
  personErased,
  roleGranted,
  roleRevoked,
  userRegistered,
} from '#contracts/people/person.examples.js';
import type { PersonEvent } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { roleDecider, type RoleCommand } from './role.decider.js';

const { personId, role, actor } = roleGranted;
const reason = 'She edits well.';
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
const registered: PersonEvent = { ...meta, type: 'UserRegistered', data: { ...userRegistered, roles: ['reader'] } };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;
const granted = { ...meta, type: 'RoleGranted', data: { ...roleGranted, reason } } as const;
const revoked = { ...meta, type: 'RoleRevoked', data: { ...roleRevoked, reason } } as const;
const grant: RoleCommand = { ...by, type: 'GrantRole', personId, role, reason };
const revoke: RoleCommand = { ...grant, type: 'RevokeRole' };

test('a role is granted once, and revoked if it was granted', () => {
  given(roleDecider, [registered]).when(grant).then([granted]);
  given(roleDecider, [registered, granted]).when(grant).then([]);
  given(roleDecider, [registered, granted]).when(revoke).then([revoked]);
  given(roleDecider, [registered, granted, revoked]).when(revoke).then([]);
});

test.each([
  ['nobody', [], 'PersonNotFound', 'not found'],
  ['a guest', [introduced], 'GuestsHaveNoRoles', 'invalid'],
  ['who is erased', [registered, erased], 'PersonNotFound', 'not found'],
] as const)('%s cannot get a role', (_, past, rule, kind) => {
  given(roleDecider, [...past])
    .when(grant)
    .thenRejected(rule, kind);
});

test('an admin can revoke that role of others, not their own', () => {
  const admin: PersonEvent = { ...meta, type: 'UserRegistered', data: { ...userRegistered, roles: ['admin'] } };
  const byOther: RoleCommand = { ...revoke, role: 'admin' };
  given(roleDecider, [admin])
    .when(byOther)
    .then([{ ...revoked, data: { ...revoked.data, role: 'admin' } }]);
  given(roleDecider, [admin])
    .when({ ...byOther, actor: { kind: 'person', id: personId } })
    .thenRejected('TakesOwnAdminRole', 'invalid');
});
