import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ArchiveArticle } from './archive.js';
import { maxOfGalleries } from './galleries.js';
import { Spool } from './spool.js';

let spool: Spool;
beforeEach(() => {
  spool = new Spool();
  for (const [id, parent, url] of [
    ['8', '7', 'https://a.example/8.jpg?a=b&c=d'],
    ['9', '7', 'https://a.example/9.mp3'],
    ['10', '5', 'https://a.example/10.PNG'],
    ['11', '5', 'javascript:alert(1)'],
  ] as const)
    spool.addAttachment('blog', { id, parent, url, title: `"${id}"` });
  spool.addAttachment('elsewhere', { id: '8', parent: '7', url: 'https://b.example/8.jpg', title: '' });
});
afterEach(() => spool.close());

function bodyOf(body: string, more = {}): string {
  const article = { externalId: '7@2019', slug: 's', title: 'T', publishedAt: null, commentsClosed: false, body };
  const provenance = { permalink: 'https://a.example/t?a&b' };
  spool.setArticle(spool.newItem(), 'blog', ArchiveArticle.parse({ ...article, provenance, ...more }));
  return [...spool.articles()][0]?.article.body.replaceAll('\n', '') ?? '';
}

const [eight, nine, ten] = [
  '<figure><img src="https://a.example/8.jpg?a=b&amp;c=d" alt="&quot;8&quot;" /></figure>',
  '<figure><a href="https://a.example/9.mp3">&quot;9&quot;</a></figure>',
  '<figure><img src="https://a.example/10.PNG" alt="&quot;10&quot;" /></figure>',
];
const link = '<a href="https://a.example/t?a&amp;b">Gallery</a>';

test.each([
  ['a [gallery ids="10,8"] b', `a ${ten}${eight} b`],
  ['[gallery]', eight + nine],
  ['[gallery columns="2" id="5"]', ten],
  ['[playlist type="audio" ids="9"]', nine],
  ['[gallery ids="999"]', link],
  ['[gallery ids="11"]', link],
  [
    '<code>[gallery]</code> [code]a [gallery][/code] [gallery ids="10"]',
    `<code>[gallery]</code> [code]a [gallery][/code] ${ten}`,
  ],
  ['<pre>not closed [gallery ids="10"]', `<pre>not closed ${ten}`],
  ['[[gallery]] and [galleries]', '[[gallery]] and [galleries]'],
])('the gallery %s has the pictures of its numbers, or leads to where it stood', (body, shown) => {
  expect(bodyOf(body)).toBe(shown);
});

test('the files that all galleries of an article show have an upper bound', () => {
  const body = bodyOf('[gallery]'.repeat(10_000));
  expect(body.split('<figure>').length - 1).toBe(maxOfGalleries);
});

test('other formats are left alone', () => {
  expect(bodyOf('[gallery]', { format: 'markdown' })).toBe('[gallery]');
});
