import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { ImportArticles } from './articles/article.commands.js';
import { ImportComments } from './comments/comment.commands.js';
import { SanctionAddressRange } from './people/address-range.commands.js';
import { ImportPeople } from './people/person.commands.js';
import { SanctionPerson } from './people/sanction.commands.js';

const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const provenance = { source: 'blog', externalId: '1' };
const comment = { articleId: id, personId: id, name: 'Ann', body: 'b', format: 'text', provenance };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const taken = (schema: z.ZodType, command: object, field: string) => {
  const { error, data } = schema.safeParse(command);
  const issues = error?.issues.map(({ path, message }) => [path.at(-1), message]);
  return issues ?? JSON.stringify(data).match(new RegExp(`"${field}":"([^"]*)"`))?.[1];
};

/** Every time of an archive. */
const ofArchives: [string, string, z.ZodType, (time: string) => object][] = [
  [
    'an article',
    'publishedAt',
    ImportArticles,
    (publishedAt) => ({ articles: [{ slug: 'a', title: 'a', publishedAt, commentsClosed: false, provenance }] }),
  ],
  ['a comment', 'postedAt', ImportComments, (postedAt) => ({ comments: [{ ...comment, postedAt }] })],
  ['a person', 'firstSeenAt', ImportPeople, (firstSeenAt) => ({ source: 'a', people: [{ name: 'Ann', firstSeenAt }] })],
];

describe.each(ofArchives)('the time of %s of an archive', (_, field, schema, command) => {
  test.each([
    ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1899-12-31T23:59:59.999Z', inHours(25)],
    '9999-12-31T23:59:59.9999999Z',
  ])('is not %s', (time) => {
    expect(taken(schema, command(time), field)).toEqual([[field, 'is not between 1900 and tomorrow']]);
  });

  test.each(['2019-02-29T00:00:00Z', '2019-04-02T08:00:00+02:00', '2019-04-02', 'yesterday'])('is not %s', (time) => {
    expect(taken(schema, command(time), field)).toEqual([[field, 'must be a time in UTC, as 2026-01-31T12:00:00Z']]);
  });

  // By its text a comment is known again: another form of the same time would double it.
  test.each(['1900-01-01T00:00:00Z', '2019-04-02T08:00:00Z', '2019-04-02T08:00:00.1234567Z', inHours(23)])(
    'may be %s, and stays as it is written',
    (time) => {
      expect(taken(schema, command(time), field)).toBe(time);
    },
  );
});

const ends: [string, z.ZodType, object][] = [
  ['a person', SanctionPerson, { personId: id, kind: 'ban', reason: 'spam' }],
  ['a range of addresses', SanctionAddressRange, { range: '203.0.113.0/24', kind: 'ban', reason: 'spam' }],
];

describe.each(ends)('the end of a sanction of %s', (_, schema, sanction) => {
  const end = (until: string) => taken(schema, { ...sanction, until }, 'until');

  test.each(['0000-01-01T00:00:00Z', '1969-12-31T23:59:59.999Z'])('is not %s', (until) => {
    expect(end(until)).toEqual([['until', 'is not between 1970 and 9999']]);
  });

  test.each(['tomorrow', '10000-01-01T00:00:00Z', '+010000-01-01T00:00:00Z'])('is not %s', (until) => {
    expect(end(until)).toEqual([['until', 'must be a time in UTC, as 2026-01-31T12:00:00Z']]);
  });

  test.each([
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.000Z'],
    ['9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is kept as %s', (until, kept) => expect(end(until)).toBe(kept));
});
