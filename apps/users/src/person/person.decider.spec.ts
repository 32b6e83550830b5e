import { test } from '@jest/globals';
import { guestIntroduced, personErased, userRegistered } from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { personDecider } from './person.decider.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const introduced = { ...meta, type: 'GuestIntroduced', data: guestIntroduced } as const;
const registered = { ...meta, type: 'UserRegistered', data: userRegistered } as const;
const erased = { ...meta, type: 'PersonErased', data: personErased } as const;

test('a new guest is introduced', () => {
  given(personDecider, []).when({ type: 'IntroduceGuest', event: introduced }).then([introduced]);
});

test('a guest is not introduced twice', () => {
  given(personDecider, [introduced]).when({ type: 'IntroduceGuest', event: introduced }).thenRejected('PersonExists');
});

test('an erased person does not come back', () => {
  given(personDecider, [introduced, erased])
    .when({ type: 'RegisterUser', event: registered })
    .thenRejected('PersonExists');
});
