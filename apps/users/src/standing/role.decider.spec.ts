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
import { roleDecider } from './role.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const registered: PersonEvent = { ...meta, type: 'UserRegistered', data: { ...userRegistered, roles: ['reader'] } };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;
const granted = { ...meta, type: 'RoleGranted', data: roleGranted } as const;
const revoked = { ...meta, type: 'RoleRevoked', data: roleRevoked } as const;

test('a role is granted once, and taken where it is there', () => {
  given(roleDecider, [registered]).when({ type: 'GrantRole', event: granted }).then([granted]);
  given(roleDecider, [registered, granted]).when({ type: 'GrantRole', event: granted }).then([]);
  given(roleDecider, [registered, granted]).when({ type: 'RevokeRole', event: revoked }).then([revoked]);
  given(roleDecider, [registered, granted, revoked]).when({ type: 'RevokeRole', event: revoked }).then([]);
});

test.each([
  ['nobody', [], 'PersonNotFound'],
  ['a guest', [introduced], 'GuestsHaveNoRoles'],
  ['who is erased', [registered, erased], 'PersonNotFound'],
])('%s is given no role', (_, past, rule) => {
  given(roleDecider, past).when({ type: 'GrantRole', event: granted }).thenRejected(rule);
});

test('an admin takes that role from others, not from themselves', () => {
  const admin: PersonEvent = { ...meta, type: 'UserRegistered', data: { ...userRegistered, roles: ['admin'] } };
  const { personId } = roleRevoked;
  const byOther = { ...revoked, data: { ...roleRevoked, role: 'admin' as const } };
  const byThemselves = { ...revoked, data: { ...byOther.data, actor: { kind: 'person' as const, id: personId } } };
  given(roleDecider, [admin]).when({ type: 'RevokeRole', event: byOther }).then([byOther]);
  given(roleDecider, [admin]).when({ type: 'RevokeRole', event: byThemselves }).thenRejected('TakesOwnAdminRole');
});
