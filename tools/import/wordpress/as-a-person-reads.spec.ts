import { describe, expect, test } from '@jest/globals';
import { comment, item, read, rss } from './written-exports.js';

const field = (name: string, value: string) => `<wp:${name}>${value}</wp:${name}>`;
/** An item whose whole content the test gives. */
const post = (id: string, more: string) => `<item><title>T</title>${field('post_id', id)}${more}</item>`;
const dated = field('post_date_gmt', '2014-01-14 17:31:03');

describe('a post with a password', () => {
  const secret = item(
    field('status', 'publish') + field('post_password', '<![CDATA[hunter2]]>') + comment(1) + comment(2),
  );

  test('is skipped with its comments, and counted', async () => {
    const { items, skipped } = await read(rss(secret + item(field('post_password', '<![CDATA[]]>'))));
    expect(items.map(({ dropped, article }) => [dropped, article !== undefined])).toEqual([
      [true, false],
      [undefined, true],
    ]);
    expect(skipped).toEqual([{ reason: 'post, with a password', id: '1', line: 1, comments: 2 }]);
  });

  test('is skipped in an export that is cut off after it, too', async () => {
    const whole = rss(secret);
    const { items } = await read(whole.slice(0, whole.lastIndexOf('</wp:comment>') + 20));
    expect(items.every(({ article }) => article === undefined)).toBe(true);
  });

  test('is listed on request, under its former id', async () => {
    const { protectedPosts } = await read(rss(secret));
    expect(protectedPosts).toMatchObject([
      { source: 'wordpress:a.example', comments: 2, article: { title: 'T', externalId: '1@2014-01-14T17:31:03.000Z' } },
    ]);
  });
});

describe('the text of an element', () => {
  test('white space around a section, and in it, is layout in any field but a body', async () => {
    const laidOut = (name: string, value: string) => field(name, `\n\t\t<![CDATA[ ${value} ]]>\n\t`);
    const { items, skipped } = await read(
      rss(
        post(
          '<![CDATA[ 7 ]]>',
          laidOut('post_type', 'post') +
            laidOut('status', 'publish') +
            laidOut('comment_status', 'closed') +
            laidOut('post_name', 'ferries') +
            laidOut('post_date_gmt', '2014-01-14 17:31:03') +
            `<dc:creator>\n<![CDATA[ mate ]]></dc:creator><category domain=" post_tag ">\n<![CDATA[ list ]]></category>` +
            `<content:encoded>\n<![CDATA[  <p>It floats.</p> ]]>\n</content:encoded>` +
            `<wp:comment>${laidOut('comment_id', '3')}${laidOut('comment_approved', '1')}${laidOut('comment_parent', '0')}` +
            `${laidOut('comment_type', 'comment')}${laidOut('comment_content', 'kept')}</wp:comment>`,
        ),
      ),
    );
    expect(skipped).toEqual([]);
    expect(items[0]).toMatchObject({
      article: {
        ...{ externalId: '7@2014-01-14T17:31:03.000Z', slug: 'ferries', commentsClosed: true, tagList: ['list'] },
        ...{ body: '  <p>It floats.</p> ', author: { name: 'mate' }, formerExternalId: ' 7 @2014-01-14T17:31:03.000Z' },
      },
      comments: [{ externalId: '3', body: ' kept ', parentExternalId: undefined }],
    });
  });

  test.each([
    ['a <![CDATA[b]]> d', 'a b d'],
    ['<![CDATA[a]]> &amp; <![CDATA[<b>c</b>]]>', 'a & <b>c</b>'],
    ['\n<![CDATA[ x ]]]]><![CDATA[> y ]]>\n', ' x ]]> y '],
    ['\n\t alone \n', 'alone'],
  ])('%j beside or in sections is joined in order', async (written, body) => {
    for (const portion of [1, 7, 1_000]) {
      const { items } = await read(rss(item(comment(1, written))), portion);
      expect(items[0]?.comments[0]?.body).toBe(body);
    }
  });
});

describe('characters that XML forbids', () => {
  test.each([1, 3, 1_000])('control characters are skipped and counted, %i bytes at a time', async (portion) => {
    const written = 'a\u0000b\u000b&#11;&#x1F;&#0;\ufffe<![CDATA[c\u0008&#8;]]>\t\n';
    const { items, passedOver, refused } = await read(rss(item(comment(1, written))), portion);
    expect(refused).toBeUndefined();
    expect(items[0]?.comments[0]?.body).toBe('abc&#8;');
    expect(passedOver).toBe(7);
  });

  test.each([1, 3, 1_000])("HTML's named entities are known, %i bytes at a time", async (portion) => {
    const written = 'a&nbsp;b&hellip;&eacute;&Uuml; &LT;i&GT; &AMP;amp; &amp;nbsp; &lt; AT&T; &NotEqualTilde;';
    const { items, refused } = await read(rss(item(comment(1, written.replace('AT&T;', 'AT&T')))), portion);
    expect(refused).toBeUndefined();
    expect(items[0]?.comments[0]?.body).toBe('a\u00a0b…éÜ <i> &amp; &nbsp; < AT&T ≂̸');
  });
});

describe('two articles', () => {
  test('without a date and with one number are told apart by name and title', async () => {
    const undated = (name: string, title: string) =>
      `<item><title>${title}</title>${field('post_id', '5')}${field('post_name', name)}${comment(1, title)}</item>`;
    const { items } = await read(rss(undated('one', 'One') + undated('two', 'Two') + undated('one', 'One')));
    const [one, two, again] = items.map(({ article }) => article);
    expect(one?.externalId).not.toBe(two?.externalId);
    expect(again?.externalId).toBe(one?.externalId);
    expect([one, two].map((article) => article?.formerExternalId)).toEqual(['5@', '5@']);
  });

  test('with a date keep their ids', async () => {
    const { items } = await read(rss(post('7', dated)));
    expect(items[0]?.article).toMatchObject({ externalId: '7@2014-01-14T17:31:03.000Z', formerExternalId: undefined });
  });
});

describe('an invalid time', () => {
  test.each(['0000-00-00 00:00:00', '2014-02-30 10:00:00', '1899-12-31 10:00:00', '2999-01-01 00:00:00', ''])(
    '%j is none: an article waits for its comments, a comment for its article',
    async (time) => {
      const timeless = comment(1).replace('2014-01-14 17:32:12', time);
      const { items, skipped } = await read(rss(post('7', field('post_date_gmt', time) + timeless)));
      expect(skipped).toEqual([]);
      expect([items[0]?.article?.publishedAt, items[0]?.comments[0]?.postedAt]).toEqual([null, null]);
    },
  );
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a status, type, domain, author or reference called %s is a word like any other',
  async (word) => {
    const { items, skipped, refused } = await read(
      rss(
        item(
          comment(1).replace('>1</wp:comment_approved>', `>${word}</wp:comment_approved>`) +
            `<dc:creator>${word}</dc:creator><category domain="${word}">${word}</category>`,
        ) + item(field('status', word)),
      ),
    );
    expect(refused).toBeUndefined();
    expect(items[0]?.article).toMatchObject({ author: { name: word }, tagList: [] });
    expect(skipped.map(({ reason }) => reason)).toEqual([`comment, ${word}`, `post, ${word}`]);
    expect((await read(rss(item(`&${word};`)))).refused).toMatch(/an entity between & and ;/);
  },
);

test('a post without a name whose title is longer than a slug is imported', async () => {
  const { items } = await read(rss(post('1', dated).replace('>T<', `>${'x'.repeat(301)}<`)));
  expect(items.map(({ article }) => article?.slug)).toEqual(['x'.repeat(300)]);
});

test('an error uses the export’s name of the field', async () => {
  const { skipped } = await read(
    rss(
      post('1', dated + comment(1, 'x').replace('Ann', 'x'.repeat(1_001))) +
        post('2', dated + field('post_name', 'x')).replace('>T<', `>${'x'.repeat(2_001)}<`),
    ),
  );
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'comment, its wp:comment_author has more than 1,000 characters',
    'article, its title has more than 2,000 characters',
  ]);
});
