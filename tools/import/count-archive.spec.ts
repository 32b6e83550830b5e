import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ArchiveArticle, ArchiveComment } from './archive.js';
import { countArchive } from './count-archive.js';
import { Spool } from './spool.js';
import { Tally } from './tally.js';

let spool: Spool;
beforeEach(() => {
  spool = new Spool();
});
afterEach(() => spool.close());

function addArticle(slug: string, author?: string): void {
  const article = { externalId: slug, slug, title: slug, publishedAt: null, commentsClosed: false, provenance: {} };
  const written = ArchiveArticle.parse({ ...article, author: author === undefined ? undefined : { name: author } });
  spool.setArticle(spool.itemOf('test', slug), 'test', written);
}

function addComment(slug: string, externalId: string, name: string, body = 'It floats.'): void {
  const comment = { externalId, name, body, format: 'text', postedAt: null };
  spool.addComment(spool.itemOf('test', slug), ArchiveComment.parse(comment), 1);
}

async function tableOf(): Promise<string> {
  await spool.resolve();
  const tally = new Tally();
  await countArchive(spool, tally, () => undefined);
  return tally.toString(true);
}

test('shortened names are counted, also empty ones; an author without a name is none', async () => {
  addArticle('a', 'Ann\u202e');
  addArticle('b', '\u2800');
  addArticle('c', 'Ann');
  for (const [id, name] of ['Bo', ' Bo ', 'Bo\u200f', '\u200b', '', 'Bo\nLee'].entries())
    addComment('a', `${id}`, name);
  const table = await tableOf();
  expect(table).toMatch(/^names mended +5 {2}what misleads or is not seen is left out of them$/m);
  expect(table).toMatch(/^authors +2$/m);
  expect(table).toMatch(/^comments +6$/m);
});

test('names are not mentioned if none was changed', async () => {
  addArticle('a', 'Ann');
  addComment('a', '1', '');
  expect(await tableOf()).not.toContain('names mended');
});

test('a comment without visible characters counts as an empty one', async () => {
  addArticle('a');
  for (const [id, body] of ['', '\u200b', '\u2800'].entries()) addComment('a', `${id}`, 'Bo', body);
  expect(await tableOf()).toMatch(/^comments +3$/m);
});
