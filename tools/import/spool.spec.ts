import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { ArchiveArticle, ArchiveComment } from './archive.js';
import { Spool } from './spool.js';

describe('the spool', () => {
  let spool: Spool;
  beforeEach(() => {
    spool = new Spool();
  });
  afterEach(() => spool.close());

  const article = (slug: string, publishedAt: string | null = '2020-01-01T00:00:00.000Z') => {
    const input = { externalId: slug, slug, title: slug, publishedAt, commentsClosed: false, provenance: {} };
    return spool.setArticle(spool.itemOf('test', slug), 'test', ArchiveArticle.parse(input));
  };
  const aComment = (id: number, parentId?: number) =>
    ArchiveComment.parse({
      ...{ externalId: String(id), parentExternalId: parentId && String(parentId), name: 'Ann', body: `${id}` },
      ...{ format: 'text', postedAt: `2020-01-01T00:00:0${id % 10}.000Z` },
    });
  const comment = (id: number, parentId?: number, slug = 'a') =>
    spool.addComment(spool.itemOf('test', slug), aComment(id, parentId), 1);
  const order = () => [...spool.comments()].map(({ comment: { externalId }, depth }) => `${externalId}@${depth}`);

  test('gives comments level by level, whatever their order', async () => {
    for (const [id, parent] of [
      [3, 2],
      [2, 1],
      [1, undefined],
      [4, undefined],
    ] as const)
      comment(id, parent);
    article('a');
    await spool.resolve();
    expect(order()).toEqual(['1@1', '4@1', '2@2', '3@3']);
    expect(spool.count()).toEqual({ articles: 1, comments: 4, persons: 1 });
  });

  test('knows the files with imported items', async () => {
    spool.startFile('articles');
    article('a');
    article('held', null);
    spool.startFile('comments');
    comment(1);
    spool.startFile('strangers');
    comment(2, undefined, 'nowhere');
    spool.startFile('late');
    spool.addComment(spool.itemOf('test', 'held'), aComment(3), 1);
    await spool.resolve();
    spool.holdBack();
    const files = ['articles', 'comments', 'strangers', 'late', 'none'];
    expect(files.map((file) => spool.bringsIn(file))).toEqual([true, true, false, false, false]);
  });

  test('a parent under another article, or the comment itself, is no parent; a circle is cut at its earliest comment', async () => {
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
    await spool.resolve();
    expect(order()).toEqual(['1@1', '2@1', '4@1', '9@1', '3@2', '5@2']);
    const reparented = [...spool.comments()].filter((each) => each.reparented);
    expect(reparented.map((each) => [each.comment.externalId, each.reparented])).toEqual([
      ['1', 'lost'],
      ['2', 'circle'],
      ['4', 'itself'],
    ]);
  });

  test('a chain 3,000 deep, and 20,000 circles, are resolved in seconds', async () => {
    article('a');
    for (let id = 1; id <= 3_000; id += 1) comment(id, id - 1 || undefined);
    for (let id = 10_001; id <= 50_000; id += 1) comment(id, id % 2 ? id + 1 : id - 1);
    expect(await cpuMsOf(() => spool.resolve())).toBeLessThan(5_000);
    expect(Math.max(...[...spool.comments()].map(({ depth }) => depth))).toBe(3_000);
  });

  test('finds the earliest comment of an article, and comments without an article', async () => {
    article('a', null);
    comment(5);
    comment(2);
    comment(1, undefined, 'nowhere');
    await spool.resolve();
    expect([...spool.articles()].map(({ firstCommentAt }) => firstCommentAt)).toEqual(['2020-01-01T00:00:02.000Z']);
    expect([...spool.strangers()].map(({ id }) => id)).toEqual(['1']);
  });

  test('a comment without a time gets that of its article, or of its earliest comment; a thousand are quick', async () => {
    article('a');
    article('b', null);
    article('c', null);
    const timeless = (id: number, slug: string) =>
      spool.addComment(spool.itemOf('test', slug), { ...aComment(id), postedAt: null }, 1);
    timeless(11, 'a');
    for (let id = 20; id < 1_020; id += 1) timeless(id, 'b');
    comment(5, undefined, 'b');
    comment(3, undefined, 'b');
    for (let id = 2_000; id < 22_000; id += 1) timeless(id, 'c');
    expect(await cpuMsOf(() => spool.resolve())).toBeLessThan(2_000);
    const timesIn = (slug: string) =>
      new Set(
        [...spool.comments()].flatMap(({ item, isTimeless, comment: { postedAt } }) =>
          isTimeless && item === spool.itemOf('test', slug) ? [postedAt] : [],
        ),
      );
    expect(timesIn('a')).toEqual(new Set(['2020-01-01T00:00:00.000Z']));
    expect(timesIn('b')).toEqual(new Set(['2020-01-01T00:00:03.000Z']));
    expect(timesIn('c')).toEqual(new Set(['1970-01-01T00:00:00.000Z']));
  });

  test('the end of an item decides what it is: its comments go with it, or to the one of that name', async () => {
    article('a');
    const [twin, page] = [spool.newItem(), spool.newItem()];
    spool.addComment(twin, aComment(1), 1);
    spool.addComment(page, aComment(2), 1);
    const { article: a } = [...spool.articles()][0] ?? {};
    expect(a && spool.setArticle(twin, 'test', a)).toBe(false);
    expect(spool.dropItem(page)).toBe(1);
    await spool.resolve();
    expect(order()).toEqual(['1@1']);
    expect([...spool.strangers()]).toEqual([]);
  });

  test('holds back what a cut-off file would import wrongly', async () => {
    article('a');
    article('undated', null);
    comment(1);
    comment(2, 1);
    comment(3, 8);
    comment(4, 3);
    comment(5, undefined, 'undated');
    await spool.resolve();
    expect(spool.holdBack()).toEqual({ articles: 1, comments: 3 });
    expect(order()).toEqual(['1@1', '2@2']);
  });
});
