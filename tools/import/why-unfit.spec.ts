import { describe, expect, test } from '@jest/globals';
import { parseLine } from './json-lines/json-lines-format.js';

const comment = { articleSlug: 'a', id: 7, postedAt: '2019-04-02T08:00:00Z', body: 'It floats.' };
const article = { slug: 'a', title: 'A' };

describe('the error of an invalid line names the field, the expected and the actual value', () => {
  test.each([
    [{ ...comment, body: undefined }, 'comment: body is missing'],
    [{ ...comment, body: 5 }, 'comment: body must be text, not a number'],
    [{ ...comment, id: null }, 'comment: id must be text or a number, not null'],
    [{ ...comment, id: undefined }, 'comment: id is missing'],
    [{ ...comment, id: 'x'.repeat(501) }, 'comment: id has more than 500 characters'],
    [{ ...comment, parentId: 'x'.repeat(501) }, 'comment: parentId has more than 500 characters'],
    [{ ...comment, name: 'x'.repeat(1_001) }, 'comment: name has more than 1,000 characters'],
    [{ ...comment, format: 'bb\ncode' }, 'comment: format must be one of text, markdown, html, not “bb\\u{a}code”'],
    [{ ...comment, articleSlug: '' }, 'comment: articleSlug is empty'],
    [{ ...comment, body: 'x'.repeat(2_000_001) }, 'comment: body has more than 2,000,000 characters'],
    [{ ...comment, body: 'é'.repeat(1_500_000) }, 'comment: body is too long (maximum is 2 MB)'],
    [{ ...article, commentsClosed: 'yes' }, 'article: commentsClosed must be true or false, not text'],
    [{ ...article, tags: 'a, b' }, 'article: tags must be a list, not text'],
    [{ ...article, tags: ['a', 5] }, 'article: tags, item 2 must be text, not a number'],
    [{ ...article, tags: ['a', 'x'.repeat(301)] }, 'article: tags, item 2 has more than 300 characters'],
    [{ ...article, tags: Array.from({ length: 501 }, () => 'a') }, 'article: tags has more than 500 items'],
    [{ ...article, author: 5 }, 'article: author must be text or an object, not a number'],
    [{ ...article, author: { email: 'x' } }, 'article: author, name is missing'],
    [{ ...article, slug: 'x'.repeat(301) }, 'article: slug has more than 300 characters'],
    [{ title: 'A' }, 'has neither a slug, as articles have, nor an articleSlug, as comments have'],
  ])('%#', (value, reason) => {
    expect(() => parseLine(JSON.stringify(value))).toThrow(reason);
  });
});
