import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { EventType, FactOf } from '#contracts/events.js';
import * as examples from '#contracts/people/person.examples.js';
import { personEvents } from '#contracts/people/person.events.js';
import { fold } from '#decider/decider.js';
import { nobody, personAfter } from './person.state.js';
import { personFold } from './read-person.js';
import type { StoredEvent } from './sealed-profile.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const data = examples as unknown as Record<string, object>;
const eventOf = (type: string) =>
  ({ ...meta, type, data: data[`${type[0]?.toLowerCase()}${type.slice(1)}`] }) as StoredEvent;
const all = Object.keys(personEvents)
  .filter((type) => type !== 'PersonErased')
  .map(eventOf);

/** The states after each event of every type, as they would be stored. */
const digest = () => {
  const states = all.map((_, index) => JSON.stringify(fold(personFold, all.slice(0, index + 1))));
  return createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16);
};

test('a change of the stored state needs a new name of the fold, and a new digest in this test', () => {
  expect({ [personFold.name]: digest() }).toEqual({ 'person-3': '0e948d7eaf8bc260' });
});

test('of an erased person only the erasure is stored', () => {
  const state = fold(personFold, [...all, eventOf('PersonErased')]);
  expect(state).toEqual({ ...personFold.initialState, person: { ...nobody, kind: 'erased' } });
  expect(JSON.stringify(state)).not.toContain('s1.');
});

describe('what is decided on', () => {
  test.each(Object.keys(personEvents))('is said for %s', (type) => {
    expect(Object.keys(personFold.evolve(personFold.initialState, eventOf(type)).person)).toEqual(Object.keys(nobody));
    expect(Object.keys(personFold.evolve(personFold.initialState, eventOf(type)).profile)).toEqual(
      Object.keys(personFold.initialState.profile),
    );
  });

  test('holds nothing personal', () => {
    let person = nobody;
    for (const event of all) {
      person = personAfter(person, event);
      expect(JSON.stringify(person)).not.toContain('s1.');
    }
  });

  test('is the same whether an event is sealed or in clear', () => {
    const states = ['sealed', 'in clear'].map((name) =>
      personAfter(nobody, { ...meta, type: 'GuestIntroduced', data: { ...examples.guestIntroduced, name } } as never),
    );
    expect(states[0]).toEqual(states[1]);
  });
});

type Told<Type extends EventType> = keyof FactOf<Type>['data'];

test('a fold cannot read what is personal: it does not compile', () => {
  const read = [
    // @ts-expect-error -- the name of a guest
    'name' satisfies Told<'GuestIntroduced'>,
    // @ts-expect-error -- the e-mail of a guest, who may be without
    'email' satisfies Told<'GuestIntroduced'>,
    // @ts-expect-error -- the name of an account
    'username' satisfies Told<'UserRegistered'>,
    // @ts-expect-error -- what may be empty
    'bio' satisfies Told<'ProfileChanged'>,
    // @ts-expect-error -- a nick
    'nick' satisfies Told<'NickPicked'>,
    // @ts-expect-error -- words that may name somebody
    'reason' satisfies Told<'RoleGranted'>,
    // @ts-expect-error -- a note
    'note' satisfies Told<'PersonBanned'>,
    // @ts-expect-error -- addresses
    'range' satisfies Told<'AddressRangeBanned'>,
    // A code is not personal, nor is the actor.
    'reason' satisfies Told<'PersonBanned'>,
    'actor' satisfies Told<'GuestIntroduced'>,
  ];
  expect(read).toHaveLength(10);
});
