import { expect, test } from '@jest/globals';
import { asPublished, asReopened, closesAt, type Closing, isOver } from './closing.js';

const publishedAt = '2026-03-01T12:00:00.000Z';
const fresh: Closing = { publishedAt, own: asPublished(false), section: null, site: null };
const afterDays = (days: number | 'never') => ({ ...asPublished(false), afterDays: days });
const dayOf = (closing: Closing) => closesAt(closing)?.toISOString().slice(0, 10);

test('where nobody says anything, an article of ours closes after 14 days, and one of an archive does not', () => {
  expect(closesAt(fresh)?.toISOString()).toBe('2026-03-15T12:00:00.000Z');
  expect(closesAt({ ...fresh, own: asPublished(true) })).toBeNull();
});

test('the article is asked before its section, and its section before the site', () => {
  const site = { ...fresh, site: 7 };
  expect(dayOf(site)).toBe('2026-03-08');
  expect(dayOf({ ...site, own: asPublished(true) })).toBe('2026-03-08');
  expect(closesAt({ ...site, section: 'never' })).toBeNull();
  expect(dayOf({ ...site, section: 3 })).toBe('2026-03-04');
  expect(dayOf({ ...site, section: 'never', own: afterDays(2) })).toBe('2026-03-03');
  expect(closesAt({ ...site, section: 3, own: afterDays('never') })).toBeNull();
});

test('after 0 days it is closed as it is published; the moment itself is closed', () => {
  expect(isOver({ ...fresh, own: afterDays(0) }, publishedAt)).toBe(true);
  expect(isOver(fresh, '2026-03-15T11:59:59.999Z')).toBe(false);
  expect(isOver(fresh, '2026-03-15T12:00:00.000Z')).toBe(true);
});

test('what was reopened stays open', () => {
  expect(isOver({ ...fresh, own: asReopened(asPublished(false)) }, '2036-01-01T00:00:00.000Z')).toBe(false);
  expect(closesAt({ ...fresh, site: 1, own: asReopened(asPublished(true)) })).toBeNull();
});

test('age closes nothing of which an older version has kept too little', () => {
  expect(closesAt({ ...fresh, site: 1, own: null })).toBeNull();
  expect(closesAt({ ...fresh, site: 1, publishedAt: null })).toBeNull();
});
