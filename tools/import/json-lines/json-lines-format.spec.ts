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

  test('null and "" count as missing in every optional field', () => {
    for (const none of [null, '']) {
      const optional = ['parentId', 'name', 'email', 'emailHash', 'website', 'format', 'title'];
      expect(parse({ ...comment, ...Object.fromEntries(optional.map((field) => [field, none])) })).toEqual(
        parse({ ...comment, name: '' }),
      );
      const more = ['publishedAt', 'commentsClosed', 'description', 'body', 'format', 'tags', 'permalink', 'author'];
      const article = { slug: 'a', title: 'A' };
      expect(
        parse({ ...article, articleSlug: none, ...Object.fromEntries(more.map((field) => [field, none])) }),
      ).toEqual(parse(article));
      expect(parse({ ...comment, slug: none })).toEqual(parse(comment));
      expect(parse({ ...article, author: { name: 'Ann', email: none } })).toEqual(parse({ ...article, author: 'Ann' }));
    }
  });

  test('an article keeps the source it is from, whose address is http or https', () => {
    const source = { name: 'The Harbour Gazette', url: 'https://gazette.example/ferry' };
    const sourceOf = (given: unknown) => {
      const line = parse({ slug: 'a', title: 'A', source: given });
      return line.kind === 'article' ? line.article.source : undefined;
    };
    expect(sourceOf(source)).toEqual(source);
    expect(sourceOf({ name: source.name, url: '' })).toEqual({ name: source.name });
    for (const none of [undefined, null, '']) expect(sourceOf(none)).toBeUndefined();
    expect(() => sourceOf({ ...source, url: 'javascript:alert(1)' })).toThrow(
      'article: source, url must be an http or https address',
    );
    expect(() => sourceOf({ url: source.url })).toThrow('article: source');
  });

  test('an article has an author, by name or with an e-mail', () => {
    const author = { name: 'Ann', email: 'ann@example.com' };
    expect(parse({ slug: 'a', title: 'A', author })).toMatchObject({ article: { author } });
    expect(parse({ slug: 'a', title: 'A', author: 'Ann' })).toMatchObject({ article: { author: { name: 'Ann' } } });
  });

  test.each([2 ** 53, -(2 ** 53), 1e300])('the id %d is refused: others would be the same', (id) => {
    for (const field of ['id', 'parentId']) {
      expect(() => parse({ ...comment, [field]: id })).toThrow(`comment: ${field} is a number beyond 2^53`);
    }
    expect(parse({ ...comment, id: 2 ** 53 - 1 })).toMatchObject({ comment: { externalId: '9007199254740991' } });
    expect(parse({ ...comment, id: '9007199254740993' })).toMatchObject({
      comment: { externalId: '9007199254740993' },
    });
  });

  test.each([
    [{ ...comment, postedAt: 'yesterday' }, 'comment: postedAt is not a date'],
    [{ ...comment, postedAt: '2019-02-30T08:00:00Z' }, 'comment: postedAt is not a date'],
    [{ ...comment, postedAt: '2019-04-02 08:00' }, 'comment: postedAt is not a date'],
    [{ ...comment, postedAt: null }, 'comment: postedAt'],
    [{ ...comment, postedAt: '1666-09-02' }, 'comment: postedAt is not between 1900 and tomorrow'],
    [{ slug: 'a', title: 'A', publishedAt: 'May 2, 2019' }, 'article: publishedAt is not a date'],
    [{ slug: 'a', title: 'A', author: { email: 'x' } }, 'article: author'],
    [{ articleSlug: '', title: 'A' }, 'comment: articleSlug'],
    [{ ...comment, id: null }, 'comment: id'],
    [{ ...comment, body: 5 }, 'comment: body'],
    [{ ...comment, name: 'x'.repeat(1_001) }, 'comment: name'],
    [{ slug: 'a' }, 'article: title'],
    [[comment], 'is not a JSON object'],
  ])('that does not fit says what and why: %#', (value, reason) => {
    expect(() => parse(value)).toThrow(reason);
  });
});
