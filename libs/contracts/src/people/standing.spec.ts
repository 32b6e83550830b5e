import { describe, expect, test } from '@jest/globals';
import { exclusionAt, isPremoderated, sanctionsAfter, type Sanctions } from './standing.js';
import { personBanned, personPremoderated, personReinstated, personSuspended } from './person.examples.js';

const suspended = { type: 'PersonSuspended', data: personSuspended } as const;
const banned = { type: 'PersonBanned', data: personBanned } as const;
const premoderated = { type: 'PersonPremoderated', data: personPremoderated } as const;
const after = (...events: Parameters<typeof sanctionsAfter>[1][]) =>
  events.reduce<Sanctions>((sanctions, event) => sanctionsAfter(sanctions, event), {});
const { until } = personSuspended;
const before = '2026-02-03T04:05:05.999Z';

describe('standing', () => {
  test('a suspension lasts until its end and no longer', () => {
    expect(exclusionAt(after(suspended), before)).toEqual({ kind: 'suspended', reason: 'abuse', until });
    expect(exclusionAt(after(suspended), until)).toBeUndefined();
  });

  test('a ban without end lasts until it is lifted, and comes before a suspension', () => {
    const both = after(suspended, banned);
    expect(exclusionAt(both, '2999-01-01T00:00:00.000Z')).toMatchObject({ kind: 'banned', reason: 'spam' });
    expect(after(suspended, banned, { type: 'PersonReinstated', data: personReinstated })).toEqual({});
  });

  test('pre-moderation holds and forbids nothing', () => {
    expect(exclusionAt(after(premoderated), before)).toBeUndefined();
    expect(isPremoderated(after(premoderated), before)).toBe(true);
  });
});
