import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { PersonEvent } from '#contracts/events.js';
import * as examples from '#contracts/people/person.examples.js';
import { personEvents } from '#contracts/people/person.events.js';
import { fold } from '#decider/decider.js';
import { personFold } from './read-person.js';

const meta = { id: '0190a3c2-9c00-7000-8000-000000000001', occurredAt: '2026-01-02T03:04:05.000Z' };
const data = examples as unknown as Record<string, object>;
const all = Object.keys(personEvents)
  .filter((type) => type !== 'PersonErased')
  .map((type) => ({ ...meta, type, data: data[`${type[0]?.toLowerCase()}${type.slice(1)}`] }) as PersonEvent);

/** The states on the way through every type of event, as they would be kept. */
const digest = () => {
  const states = all.map((_, index) => JSON.stringify(fold(personFold, all.slice(0, index + 1))));
  return createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16);
};

test('whoever changes what is kept of a person gives the fold another name, and this test its new digest', () => {
  expect({ [personFold.name]: digest() }).toEqual({ 'person-1': '385bc36891922936' });
});

test('of who is erased nothing is kept but that', () => {
  const erased = { ...meta, type: 'PersonErased', data: examples.personErased } as const;
  const state = fold(personFold, [...all, erased]);
  expect(state).toEqual({ ...personFold.initialState, kind: 'erased' });
  expect(JSON.stringify(state)).not.toContain('s1.');
});
