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
import { linkDecider, maxGuestsOfAccount, type LinkGuest } from './link.decider.js';

const { personId, accountId } = guestLinked;
const by = { at: '2026-01-02T03:04:05.000Z', ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const meta = { id: by.ids[0] ?? '', occurredAt: by.at };
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

const link: LinkGuest = {
  ...{ ...by, actor: guestLinked.actor, type: 'LinkGuest', personId, accountId },
  ...{ accountIsThere: true, guestsOfAccount: 0 },
};
const otherId = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ee';
const linkToOther = { ...link, accountId: otherId };
const unlink = { ...by, actor: guestUnlinked.actor, type: 'UnlinkGuest', personId } as const;

describe('a guest becomes an account', () => {
  test('once; again to the same changes nothing', () => {
    given(linkDecider, [introduced]).when(link).then([linked]);
    given(linkDecider, [introduced, linked]).when(link).then([]);
  });

  test('and no other as well, until they are unlinked', () => {
    given(linkDecider, [introduced, linked]).when(linkToOther).thenRejected('GuestIsLinked', 'conflict');
    given(linkDecider, [introduced, linked, unlinked])
      .when(linkToOther)
      .then([{ ...linked, data: { ...guestLinked, accountId: otherId } }]);
  });

  test('but not to get out of a ban or a suspension', () => {
    given(linkDecider, [introduced, banned]).when(link).thenRejected('GuestIsExcluded', 'forbidden');
    given(linkDecider, [introduced, suspended]).when(link).thenRejected('GuestIsExcluded', 'forbidden');
    given(linkDecider, [introduced, banned, reinstated]).when(link).then([linked]);
    const afterwards = '2026-03-01T00:00:00.000Z';
    given(linkDecider, [introduced, suspended])
      .when({ ...link, at: afterwards })
      .then([{ ...linked, occurredAt: afterwards }]);
    given(linkDecider, [introduced, premoderated]).when(link).then([linked]);
  });

  test('not while they are to be erased, nor afterwards', () => {
    given(linkDecider, [introduced, requested]).when(link).thenRejected('GuestIsLeaving', 'conflict');
    given(linkDecider, [introduced, requested, cancelled]).when(link).then([linked]);
    given(linkDecider, [introduced, erased]).when(link).thenRejected('PersonNotFound', 'not found');
  });

  test('which accounts and nobodies cannot', () => {
    given(linkDecider, [registered]).when(link).thenRejected('NotAGuest', 'invalid');
    given(linkDecider, []).when(link).thenRejected('PersonNotFound', 'not found');
  });

  test('which is there', () => {
    given(linkDecider, [introduced])
      .when({ ...link, accountIsThere: false })
      .thenRejected('PersonErased', 'not signed in');
  });

  test('which has become so many guests and no more; again to the same is none more', () => {
    const full = { ...link, guestsOfAccount: maxGuestsOfAccount };
    given(linkDecider, [introduced]).when(full).thenRejected('AccountHasManyGuests', 'conflict');
    given(linkDecider, [introduced, linked]).when(full).then([]);
    given(linkDecider, [introduced])
      .when({ ...full, guestsOfAccount: maxGuestsOfAccount - 1 })
      .then([linked]);
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
    given(linkDecider, []).when(unlink).thenRejected('PersonNotFound', 'not found');
    given(linkDecider, [introduced, linked, erased]).when(unlink).thenRejected('PersonNotFound', 'not found');
  });
});
