import { describe, expect, test } from '@jest/globals';
import { parseLine } from './json-lines-format.js';

const comment = { articleSlug: 'a', id: 7, name: 'Ann', postedAt: '2019-04-02T08:00:00+02:00', body: 'It floats.' };
const parse = (value: unknown) => parseLine(JSON.stringify(value));

describe('a line', () => {
  test('with an articleSlug is a comment; ids become text and times UTC', () => {
    expect(parse({ ...comment, parentId: 6 })).toEqual({
      kind: 'comment',
      articleSlug: 'a',
      comment: {
        ...{ externalId: '7', parentExternalId: '6', name: 'Ann', body: 'It floats.', format: 'markdown' },
        postedAt: '2019-04-02T06:00:00.000Z',
      },
    });
  });

  test('with a slug is an article; a date without a time is midnight UTC', () => {
    expect(parse({ slug: 'a', title: 'A', publishedAt: '2019-04-02', tags: ['b'] })).toMatchObject({
      kind: 'article',
      article: { externalId: 'a', publishedAt: '2019-04-02T00:00:00.000Z', commentsClosed: false, tagList: ['b'] },
    });
  });

  test.each([
    [{ ...comment, postedAt: 'yesterday' }, 'comment: postedAt is not a date'],
    [{ ...comment, body: 5 }, 'comment: body'],
    [{ ...comment, name: 'x'.repeat(1_001) }, 'comment: name'],
    [{ slug: 'a' }, 'article: title'],
    [[comment], 'is not a JSON object'],
  ])('that does not fit says what and why: %#', (value, reason) => {
    expect(() => parse(value)).toThrow(reason);
  });
});
