import { describe, test } from '@jest/globals';
import {
  erasureCancelled,
  erasureRequested,
  guestIntroduced,
  guestLinked,
  guestUnlinked,
  personBanned,
  personErased,
  personPremoderated,
  personReinstated,
  personSuspended,
  userRegistered,
} from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { linkDecider } from './link.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const registered = { ...meta, type: 'UserRegistered', data: userRegistered } as const;
const linked = { ...meta, type: 'GuestLinked', data: guestLinked } as const;
const unlinked = { ...meta, type: 'GuestUnlinked', data: guestUnlinked } as const;
const banned = { ...meta, type: 'PersonBanned', data: personBanned } as const;
const suspended = {
  ...meta,
  type: 'PersonSuspended',
  data: { ...personSuspended, until: '2026-02-01T00:00:00.000Z' },
} as const;
const premoderated = { ...meta, type: 'PersonPremoderated', data: personPremoderated } as const;
const reinstated = { ...meta, type: 'PersonReinstated', data: personReinstated } as const;
const requested = { ...meta, type: 'ErasureRequested', data: erasureRequested } as const;
const cancelled = { ...meta, type: 'ErasureCancelled', data: erasureCancelled } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;

const other = { ...guestLinked, accountId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ee' };
const link = { type: 'LinkGuest', event: linked } as const;
const linkToOther = { type: 'LinkGuest', event: { ...linked, data: other } } as const;
const { accountId: _, ...unlinking } = guestUnlinked;
const unlink = { type: 'UnlinkGuest', event: { ...unlinked, data: unlinking } } as const;

describe('a guest becomes an account', () => {
  test('once; again to the same changes nothing', () => {
    given(linkDecider, [introduced]).when(link).then([linked]);
    given(linkDecider, [introduced, linked]).when(link).then([]);
  });

  test('and no other as well, until they are unlinked', () => {
    given(linkDecider, [introduced, linked]).when(linkToOther).thenRejected('GuestIsLinked');
    given(linkDecider, [introduced, linked, unlinked]).when(linkToOther).then([linkToOther.event]);
  });

  test('but not to get out of a ban or a suspension', () => {
    given(linkDecider, [introduced, banned]).when(link).thenRejected('GuestIsExcluded');
    given(linkDecider, [introduced, suspended]).when(link).thenRejected('GuestIsExcluded');
    given(linkDecider, [introduced, banned, reinstated]).when(link).then([linked]);
    const afterwards = { ...linked, occurredAt: '2026-03-01T00:00:00.000Z' };
    given(linkDecider, [introduced, suspended]).when({ type: 'LinkGuest', event: afterwards }).then([afterwards]);
    given(linkDecider, [introduced, premoderated]).when(link).then([linked]);
  });

  test('not while they are to be erased, nor afterwards', () => {
    given(linkDecider, [introduced, requested]).when(link).thenRejected('GuestIsLeaving');
    given(linkDecider, [introduced, requested, cancelled]).when(link).then([linked]);
    given(linkDecider, [introduced, erased]).when(link).thenRejected('PersonNotFound');
  });

  test('which accounts and nobodies cannot', () => {
    given(linkDecider, [registered]).when(link).thenRejected('NotAGuest');
    given(linkDecider, []).when(link).thenRejected('PersonNotFound');
  });
});

describe('a guest is unlinked', () => {
  test('from the account they are linked to; others stay as they are', () => {
    given(linkDecider, [introduced, linked]).when(unlink).then([unlinked]);
    given(linkDecider, [introduced]).when(unlink).then([]);
    given(linkDecider, [introduced, linked, unlinked]).when(unlink).then([]);
    given(linkDecider, [registered]).when(unlink).then([]);
  });

  test('but not one who is not there', () => {
    given(linkDecider, []).when(unlink).thenRejected('PersonNotFound');
    given(linkDecider, [introduced, linked, erased]).when(unlink).thenRejected('PersonNotFound');
  });
});
