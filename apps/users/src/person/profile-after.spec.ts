import { expect, test } from '@jest/globals';
import * as examples from '#contracts/people/person.examples.js';
import type { Sealed } from '#contracts/sealed.js';
import { maxNicksHeld, nothingTold, profileAfter, type SealedProfile, type StoredEvent } from './sealed-profile.js';

const { personId, actor } = examples.guestIntroduced;
const sealed = (text: string) => `s1.${text}` as Sealed;
let count = 0;
const event = (type: StoredEvent['type'], data: object): StoredEvent =>
  ({
    ...{ id: `event-${(count += 1)}`, type, occurredAt: '2026-01-02T03:04:05.000Z' },
    data: { personId, ...data, actor },
  }) as StoredEvent;
const told = (...events: StoredEvent[]): SealedProfile => events.reduce(profileAfter, nothingTold);
const inEvent = ({ id }: StoredEvent, text: string) => ({ eventId: id, value: sealed(text) });

const introduced = event('GuestIntroduced', { name: sealed('ada'), website: sealed('site') });
const registered = event('UserRegistered', { username: sealed('ada'), email: sealed('mail'), roles: ['reader'] });

test('each value is stored with the event it was sealed in; a missing value is null', () => {
  expect(told(introduced)).toEqual({
    ...nothingTold,
    ...{ name: inEvent(introduced, 'ada'), website: inEvent(introduced, 'site') },
  });
  expect(told(registered)).toEqual({
    ...nothingTold,
    ...{ name: inEvent(registered, 'ada'), email: inEvent(registered, 'mail') },
  });
});

test('a change keeps fields that it leaves out, and null clears a field', () => {
  const first = event('ProfileChanged', { bio: sealed('sums'), image: sealed('face') });
  const second = event('ProfileChanged', { username: sealed('countess'), email: null, bio: null });
  expect(told(registered, first, second)).toEqual({
    ...nothingTold,
    ...{ name: inEvent(second, 'countess'), image: inEvent(first, 'face') },
  });
});

test('a nick is in use until the name is restored; the last nicks are remembered, the latest first', () => {
  const nicks = Array.from({ length: maxNicksHeld + 1 }, (_, n) => event('NickPicked', { nick: sealed(`nick${n}`) }));
  const last = nicks.at(-1) ?? introduced;
  const { nick, picked, name } = told(introduced, ...nicks);
  expect([nick, name]).toEqual([inEvent(last, `nick${maxNicksHeld}`), inEvent(introduced, 'ada')]);
  expect(picked).toHaveLength(maxNicksHeld);
  expect([picked[0], picked.at(-1)]).toEqual([nick, inEvent(nicks[1] ?? introduced, 'nick1')]);
  expect(told(introduced, ...nicks, event('OriginalNickRestored', {}))).toMatchObject({ nick: null, picked });
});

test('an erased person has no profile', () => {
  expect(told(introduced, event('NickPicked', { nick: sealed('x') }), event('PersonErased', {}))).toEqual(nothingTold);
});

test('what others say about a person is not in their profile', () => {
  const said = ['RoleGranted', 'PersonBanned', 'PersonReinstated', 'GuestLinked'] as const;
  const others = said.map((type) => event(type, { note: sealed('note'), reason: sealed('reason') }));
  expect(told(introduced, ...others)).toEqual(told(introduced));
});
