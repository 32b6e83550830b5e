import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { comment, item, read, rss } from './written-exports.js';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'import', 'wordpress');

describe('a WordPress export', () => {
  test.each([1, 64, 100_000])('is read whole, %i bytes at a time', async (portion) => {
    const { items, skipped, refused } = await read(readFileSync(join(fixtures, 'harbour.xml')), portion);
    expect(refused).toBeUndefined();
    const [ferries, second, undated] = items;
    expect(ferries?.source).toBe('wordpress:harbour.example/notes');
    expect(ferries?.article).toMatchObject({
      externalId: '7@2019-04-02T05:30:00.000Z',
      ...{ slug: 'ferries', title: 'Ferries & tugs – a list', description: 'It floats & sings.', format: 'html' },
      ...{ publishedAt: '2019-04-02T05:30:00.000Z', commentsClosed: false, tagList: ['list'] },
      author: { name: 'The First Mate', email: 'mate@harbour.example' },
      provenance: {
        permalink: 'https://harbour.example/notes/2019/04/ferries/',
        formerAddresses: [
          'https://harbour.example/notes/?p=7',
          'https://harbour.example/notes/archives/7',
          'https://harbour.example/notes/2019/04/ferrys/',
        ],
        ...{ categories: ['Ferries & Tugs'], status: 'publish', utcOffset: '+02:00' },
      },
    });
    expect(ferries?.article?.body).toMatch(/^<!-- wp:paragraph -->\n<p>It floats & it sings/);
    expect(ferries?.comments.slice(0, 3)).toMatchObject([
      { externalId: '2', parentExternalId: '1', name: 'Bo & Jo', website: undefined, address: '192.0.2.7' },
      { externalId: '1', website: 'https://ann.example/', body: 'First line.\n\nSecond <b>paragraph</b>.' },
      { externalId: '3', postedAt: null },
    ]);
    expect(second?.article).toMatchObject({
      commentsClosed: true,
      author: { name: 'cook' },
      slug: 'Ferries & tugs – a list',
    });
    expect(second?.article?.publishedAt).toBe('2019-05-01T10:00:00.000Z');
    expect(second?.comments[0]).toMatchObject({ name: '', body: 'No name & no section.' });
    expect(undated?.article).toMatchObject({ publishedAt: null, slug: '日本' });
    expect(items.slice(3).map(({ dropped }) => dropped)).toEqual([true, undefined, true, undefined, undefined]);
    expect(items.slice(3).map(({ article }) => article?.unpublished?.as)).toEqual([
      ...[undefined, 'draft', undefined, 'private', 'draft'],
    ]);
    expect(skipped.map(({ reason, comments }) => [reason, comments])).toEqual([
      ['comment, pingback', undefined],
      ['comment, spam', undefined],
      ['comment, unapproved', undefined],
      ['page, publish', 1],
      ['attachment, inherit', 0],
    ]);
  });

  test('a bare &, space and a mark before the declaration, another prefix, https and an undeclared prefix are read', async () => {
    const { items, refused } = await read(readFileSync(join(fixtures, 'bare.xml')));
    expect(refused).toBeUndefined();
    expect(items[0]).toMatchObject({
      source: 'wordpress:chips.example',
      article: { title: 'Salt & vinegar', externalId: 'http://chips.example/?p=1&preview=true' },
      comments: [{ email: 'fry@chips.example', body: '  kept as it stands & how ' }],
    });
  });

  test.each([
    ['utf-16le', Buffer.from(`\ufeff${rss(item('<description>å</description>'))}`, 'utf16le')],
    ['latin1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${rss(item(comment(1, 'å')))}`, 'latin1')],
  ])('in %s', async (_encoding, bytes) => {
    const { items, refused } = await read(bytes);
    expect(refused).toBeUndefined();
    expect(items).toHaveLength(1);
    expect(items[0]?.comments.every(({ body }) => body === 'å')).toBe(true);
  });

  test.each([
    [
      'a tag that is not closed',
      rss(item('<b>')),
      /line 1, column \d+: a closing tag closes something else than what was opened last/,
    ],
    ['an unknown entity', rss(item('&constructor;')), /an entity between & and ; is neither XML’s nor HTML’s/],
    ['an entity of its own', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss(item('&a;'))}`, /an entity between/],
    [
      'an external entity',
      `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss(item('&a;'))}`,
      /an entity between/,
    ],
    ['half a character by its number', rss(item('&#xD800;')), /names no character/],
    ['two roots', `${rss('')}${rss('')}`, /second root element/],
    ['no root', '  just text', /text stands outside of the root|ends before its first element/],
    ['an end within an element', rss('').slice(0, -20), /the file ends within <link>/],
    ['a comment that is none', '<rss><!-- a -- b -->', /this is not well-formed XML \(malformed comment\)/],
    ['a name of 5,000 letters', `<rss><${'a'.repeat(5_000)}>`, /the file ends within <a{200}…>/],
    ['another root', '<disqus><thread/></disqus>', /the root is <disqus>, not the <rss> of a WordPress export/],
    ['RSS of something else', '<rss><channel><item><title>T</title></item></channel></rss>', /no export of WordPress/],
    ['an unknown encoding', `<?xml version="1.0" encoding="klingon"?>${rss('')}`, /encoding klingon is not known/],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(rss('').slice(0, -20)), Buffer.of(0xff, 0xfe)]),
      /is not UTF-8/,
    ],
  ])('%s is refused with its place', async (_what, content, reason) => {
    const { refused } = await read(content);
    expect(refused?.length).toBeLessThan(400);
    expect(refused).toMatch(/^line \d+, column \d+: |^is RSS/);
    expect(refused).toMatch(reason);
  });

  test('complete items are read, wherever it is cut off', async () => {
    const whole = rss(item(comment(1) + comment(2)) + item(comment(3)));
    for (let length = 1; length < whole.length; length += 1) {
      const { items, refused } = await read(whole.slice(0, length), 10_000);
      expect(refused).toMatch(/^line 1, column/);
      const ids = items
        .filter(({ article }) => article)
        .flatMap(({ comments }) => comments.map((one) => one.externalId));
      const ended = whole.slice(0, length).split('</wp:comment>').length - 1;
      expect(ids).toEqual(['1', '2', '3'].slice(0, ended));
    }
  });

  test.each([
    ['elements a million deep', '<rss><channel>' + '<a>'.repeat(1_000_000), /nested deeper than 100/],
    ['20 million characters without a tag', `<rss>${'x'.repeat(20_000_000)}`, /16777216 characters without a tag/],
    ['a bomb of entities', bomb(), /an entity between/],
    [
      'a million attributes',
      `<rss ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')}>`,
      /more than 1000 attributes/,
    ],
  ])('%s: refused in seconds', async (_what, content, reason) => {
    const taken = await cpuMsOf(async () => {
      expect((await read(content, 262_144)).refused).toMatch(reason);
    });
    expect(taken).toBeLessThan(10_000);
  });
});

function bomb(): string {
  const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities.join('')}]>${rss(item('&e30;'))}`;
}
