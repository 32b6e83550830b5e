import { expect, test } from '@jest/globals';
import { marksOf } from './desk/field-marks.js';
import { siteFields, type SiteForm } from '#lib/desk/site-form.js';
import { typedInto } from './typed-into.js';

const typed = (route: string, query: string, fields: Record<string, string>) =>
  typedInto({ route, url: new URL(`http://site.example${route}${query}`), fields }, 'en');
const given = { key: 'k', etag: '"3"', step: 'ban', person: 'Ada', owner: 'Ada', back: '/', guest: 'g', id: 'i' };

test('what the page has put into a form is not shown as typed', () => {
  const fields = { ...given, username: 'Ada', slug: 's', comment: '7', sure: 'x', marks: 'm', role: 'editor' };
  expect(typed('/account/following', '?/unfollow', fields)).toEqual([]);
  expect(typed('/account', '?/password', fields)).toEqual([]);
  expect(typed('/desk/held', '?/approve', fields)).toEqual([]);
  expect(typed('/desk/people/[id]', '?/revoke', { ...fields, reason: 'Left' })).toEqual([['Reason', 'Left']]);
  expect(typed('/desk/addresses', '?/reinstate', { ...fields, range: '192.0.2.0/24', note: 'A school' })).toEqual([
    ['In words', 'A school'],
  ]);
});

test('of a comment that is changed its text is shown', () => {
  const route = '/articles/[slug]/comments/[id]/edit';
  expect(typed(route, '', { body: 'So it was.' })).toEqual([['Your comment', 'So it was.']]);
  expect(typed(route, '', {})).toEqual([]);
});

test('what was typed or chosen is shown as on the page', () => {
  expect(typed('/account', '?/profile', { ...given, username: 'Ada', email: '', bio: 'Of lakes' })).toEqual([
    ['User name', 'Ada'],
    ['About you', 'Of lakes'],
  ]);
  const why = { lasts: 'days3', reason: 'off-topic', note: 'Twice' };
  expect(typed('/desk/people/[id]', '?from=1&/sanction', { ...given, kind: 'ban', ...why })).toEqual([
    ['For', '3 days'],
    ['Reason', 'off topic'],
    ['In words', 'Twice'],
  ]);
  expect(typed('/desk/addresses', '?/sanction', { range: '192.0.2.0/24', kind: 'constructor', ...why })).toEqual([
    ['Range of addresses', '192.0.2.0/24'],
    ['Kind', 'constructor'],
    ['For', '3 days'],
    ['Reason', 'off topic'],
    ['In words', 'Twice'],
  ]);
});

test('of the text of the site only what was changed is shown', () => {
  const now: SiteForm = {
    ...{ name: 'Broadside', motto: '', language: 'en', timeZone: 'UTC', publishing: 'editors', editMinutes: '10' },
    ...{ rules: 'Be kind.', imprint: '', privacy: '', commentsCloseAfterDays: '', quietFrom: '', quietUntil: '' },
  };
  const fields = { ...given, ...now, rules: 'Be *kind*.', marks: marksOf(now, siteFields) };
  expect(typed('/desk/site', '?/describe', fields)).toEqual([['Rules', 'Be *kind*.']]);
});
