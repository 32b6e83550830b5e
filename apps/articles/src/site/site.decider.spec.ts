import { test } from '@jest/globals';
import type { EventOf } from '#contracts/events.js';
import { given } from '#decider/given-when-then.js';
import { type DescribeSite, maxDescriptionsADay, siteDecider } from './site.decider.js';

const id = '0190a3c2-9c00-7000-8000-000000000001';
const at = '2026-01-02T03:04:05.000Z';
const actor = { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' } as const;

const describe = (wanted: DescribeSite['wanted'], when = at): DescribeSite => ({
  ...{ at: when, actor, ids: [id], type: 'DescribeSite', wanted },
});
const described = (data: DescribeSite['wanted'], occurredAt = at) =>
  ({ id, occurredAt, type: 'SiteDescribed', data: { ...data, actor } }) as EventOf<'SiteDescribed'>;

test('the event has what is changed, and no more', () => {
  given(siteDecider, [])
    .when(describe({ name: 'The Argument', motto: '' }))
    .then([described({ name: 'The Argument', motto: '' })]);
  given(siteDecider, [described({ name: 'The Argument', rules: 'Be kind' })])
    .when(describe({ name: 'The Argument', rules: 'Be kinder', language: undefined }))
    .then([described({ rules: 'Be kinder' })]);
});

test('saying again what is so changes nothing', () => {
  given(siteDecider, [described({ name: 'The Argument' }), described({ motto: 'So' })])
    .when(describe({ name: 'The Argument', motto: 'So' }))
    .then([]);
  given(siteDecider, []).when(describe({})).then([]);
});

test('a page is taken away once, and can be set again', () => {
  given(siteDecider, [])
    .when(describe({ rules: null }))
    .then([]);
  const gone = [described({ rules: 'Be kind' }), described({ rules: null })];
  given(siteDecider, gone.slice(0, 1))
    .when(describe({ rules: null }))
    .then(gone.slice(1));
  given(siteDecider, gone)
    .when(describe({ rules: null }))
    .then([]);
  given(siteDecider, gone)
    .when(describe({ rules: 'Be kind' }))
    .then([described({ rules: 'Be kind' })]);
});

test('when comments close, and when it is quiet, is said and taken back', () => {
  const said = { commentsCloseAfterDays: 0, quietFrom: '23:00', quietUntil: '07:00' };
  given(siteDecider, [])
    .when(describe(said))
    .then([described(said)]);
  given(siteDecider, [described(said)])
    .when(describe({ ...said, quietFrom: null }))
    .then([described({ quietFrom: null })]);
  given(siteDecider, [])
    .when(describe({ commentsCloseAfterDays: null, quietFrom: null }))
    .then([]);
});

test('an admin cannot make the site’s stream grow without end: it is described fifty times a day', () => {
  const often = Array.from({ length: maxDescriptionsADay }, (_, time) => described({ motto: String(time) }));
  const [more, tomorrow] = [describe({ motto: 'more' }), describe({ motto: 'more' }, '2026-01-03T00:00:00.000Z')];
  given(siteDecider, often).when(more).thenRejected('DescribedTooOften', 'too often');
  given(siteDecider, often)
    .when(describe({ motto: String(maxDescriptionsADay - 1) }))
    .then([]);
  given(siteDecider, often.slice(1))
    .when(more)
    .then([described({ motto: 'more' })]);
  given(siteDecider, often)
    .when(tomorrow)
    .then([described({ motto: 'more' }, tomorrow.at)]);
});
