import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseLine } from './json-lines-format.js';
import { Spool } from './spool.js';

describe('the spool', () => {
  let spool: Spool;
  beforeEach(() => {
    spool = new Spool();
  });
  afterEach(() => spool.close());

  const add = (value: object) => spool.add(parseLine(JSON.stringify(value)));
  const article = (slug: string, more: object = {}) => add({ slug, title: slug, publishedAt: '2020-01-01', ...more });
  const comment = (id: number, parentId?: number, articleSlug = 'a') =>
    add({ articleSlug, id, parentId, postedAt: `2020-01-01T00:00:0${id % 10}Z`, body: `${id}` });
  const order = () => [...spool.comments()].map(({ line, depth }) => `${line.id}@${depth}`);

  test('gives comments level by level, whatever their order', () => {
    for (const [id, parent] of [
      [3, 2],
      [2, 1],
      [1, undefined],
      [4, undefined],
    ] as const)
      comment(id, parent);
    article('a');
    spool.resolve();
    expect(order()).toEqual(['1@1', '4@1', '2@2', '3@3']);
    expect(spool.count()).toEqual({ articles: 1, comments: 4 });
  });

  test('a parent elsewhere, or the comment itself, is no parent; a circle is cut at its earliest comment', () => {
    article('a');
    article('b');
    comment(9, undefined, 'b');
    for (const [id, parent] of [
      [1, 9],
      [2, 3],
      [3, 2],
      [4, 4],
      [5, 2],
    ] as const)
      comment(id, parent);
    spool.resolve();
    const ofA = [...spool.comments()].filter(({ line }) => line.articleSlug === 'a');
    expect(ofA.map(({ line, depth, reparented }) => [line.id, depth, reparented])).toEqual([
      ['1', 1, true],
      ['2', 1, true],
      ['4', 1, true],
      ['3', 2, false],
      ['5', 2, false],
    ]);
  });

  test('knows the earliest comment of an article, and comments of none', () => {
    article('a', { publishedAt: null });
    comment(5);
    comment(2);
    comment(1, undefined, 'nowhere');
    spool.resolve();
    expect([...spool.articles()].map(({ firstCommentAt }) => firstCommentAt)).toEqual(['2020-01-01T00:00:02.000Z']);
    expect(spool.strangers()).toEqual([{ slug: 'nowhere', comments: 1 }]);
  });

  test('holds back what a cut-off file could only bring in wrongly', () => {
    article('a');
    article('undated', { publishedAt: null });
    comment(1);
    comment(2, 1);
    comment(3, 8);
    comment(4, 3);
    comment(5, undefined, 'undated');
    spool.resolve();
    expect(spool.holdBack()).toEqual({ articles: 1, comments: 3 });
    expect(order()).toEqual(['1@1', '2@2']);
  });
});
