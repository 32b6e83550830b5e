import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Channel, Item } from './channel.js';
import { feedFormat } from './feed-formats.js';
import { legalXml } from './legal-xml.js';
import { withOrigin } from './with-origin.js';
import { writeSitemap } from './write-sitemap.js';

const at = new Date('2020-02-29T12:00:00Z');
const hostile = ' a ]]> <b>&amp; "\' \0\b\x1f \ufffe\uffff \ud800 \udc00x \u0085 <!-- --> <![CDATA[ ';

const itemWith = (text: string): Item => ({
  ...{ id: 'urn:uuid:1', url: `https://news.example/articles/1?a=1&b=${encodeURIComponent(text.toWellFormed())}` },
  ...{ title: text, summary: text, html: `<p>${text}</p>`, author: { name: text }, publishedAt: at, updatedAt: at },
  categories: [{ name: text, url: 'https://news.example/tags/a&b' }],
  via: { name: text, url: 'https://other.example/' },
  thread: { url: 'https://news.example/articles/1#comments', feed: 'https://news.example/articles/1/feed', count: 3 },
});
const channelWith = (text: string): Channel => ({
  ...{ id: 'https://news.example/', title: `The ${text}`, description: text, language: 'en' },
  ...{ page: 'https://news.example/', address: 'https://news.example/feed', items: [itemWith(text)] },
});

const write = (format: string, channel: Channel) => feedFormat(format).write(legalXml(channel));

/** The texts of elements by their names. @throws Error for what is not well-formed, or has a prefix that nothing binds. */
function parse(xml: string): Map<string, string[]> {
  const [found, open] = [new Map<string, string[]>(), [] as string[]];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => open.push(''));
  const add = (text: string) => void (open[open.length - 1] += text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => found.set(name, [...(found.get(name) ?? []), open.pop() ?? '']));
  parser.write(xml).close();
  return found;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...hostile.split(''), ']]>', '<![CDATA['), { maxLength: 30 }).map((parts) => parts.join('')),
);

test('whatever was typed, a feed is well-formed and gives it back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [atom, rss] = [parse(write('atom', channelWith(text))), parse(write('rss', channelWith(text)))];
      // XML ends each line with a line feed.
      const whole = `<p>${legalXml(text)}</p>`.replaceAll(/\r\n?/g, '\n');
      expect(atom.get('content')?.[0]?.trim()).toBe(whole);
      expect((rss.get('content:encoded') ?? rss.get('description'))?.at(-1)?.trim()).toBe(whole);
      const { items } = JSON.parse(write('json', channelWith(text))) as { items: { content_html: string }[] };
      expect(items[0]?.content_html).toBe(`<p>${legalXml(text)}</p>`);
      const news = { publisher: text, language: 'en', publishedAt: at, title: text };
      parse(writeSitemap([{ url: `https://news.example/articles/${text}`, updatedAt: at, news }]));
    }),
    { numRuns: 300, examples: [[hostile], [''], [' ']] },
  );
});

test('a feed without articles is one', () => {
  const empty = { ...channelWith('x'), items: [], description: '' };
  expect([...parse(write('atom', empty)).keys()]).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'feed']));
  expect(parse(write('rss', empty)).get('description')).toEqual(['The x']);
  expect(JSON.parse(write('json', empty))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
});

test('there is no feed of another format', () => {
  expect(() => feedFormat('xml')).toThrow(expect.objectContaining({ status: 404 }));
  expect(() => feedFormat('toString')).toThrow(expect.objectContaining({ status: 404 }));
});

test('links to pages of the site work elsewhere, and texts stay', () => {
  const html =
    '<p>&lt;a href="/x"&gt; <a href="/rules" rel="x">1</a><a href="//y">2</a><img src="/p.png" alt="src"></p>';
  expect(withOrigin(html, 'https://n.example')).toBe(
    '<p>&lt;a href="/x"&gt; <a href="https://n.example/rules" rel="x">1</a><a href="//y">2</a><img src="https://n.example/p.png" alt="src"></p>',
  );
});
