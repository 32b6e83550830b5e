import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderBody } from './render-body.js';

const rendered = (body: string, format: 'markdown' | 'html' = 'markdown') => renderBody(body, format, true).trim();
const elsewhere = 'rel="nofollow ugc noopener"';
const picture = (kind: string, words: string, href = 'https://a.example/x.png') =>
  `<a href="${href}" rel="nofollow ugc noopener noreferrer" class="picture" data-kind="${kind}">${words}</a>`;

describe('what the toolbar writes', () => {
  test.each([
    ['bold', '**so**', '<p><strong>so</strong></p>'],
    ['italic', '*so*', '<p><em>so</em></p>'],
    ['underline', '<u>so</u>', '<p><u>so</u></p>'],
    ['strike', '~~so~~', '<p><s>so</s></p>'],
    ['bullet', '- so\n- on', '<ul>\n<li>so</li>\n<li>on</li>\n</ul>'],
    ['blockquote', '> so', '<blockquote>\n<p>so</p>\n</blockquote>'],
    ['small', '<small>so</small>', '<p><small>so</small></p>'],
    ['big', '<big>so</big>', '<p><big>so</big></p>'],
    ['link', '[so](https://a.example/b)', `<p><a href="https://a.example/b" ${elsewhere}>so</a></p>`],
    ['foto', '![A quay](https://a.example/x.png "foto")', `<p>${picture('foto', 'A quay')}</p>`],
    ['photo', '![A quay](https://a.example/x.png)', `<p>${picture('photo', 'A quay')}</p>`],
  ])('%s', (_, body, html) => expect(rendered(body)).toBe(html));

  test.each([
    ['> - **<u>~~so~~</u>**', '<u><s>so</s></u>'],
    ['**<u>a</u> *<small>b</small>***', '<strong><u>a</u> <em><small>b</small></em></strong>'],
    ['<small>[<big>a</big>](https://a.example)</small>', `<a href="https://a.example" ${elsewhere}><big>a</big></a>`],
    ['<U>https://a.example</U>', `<u><a href="https://a.example" ${elsewhere}>https://a.example</a></u>`],
    ['- ![a](https://a.example/x.png)', `<li>${picture('photo', 'a')}</li>`],
  ])('nests: %s', (body, html) => expect(rendered(body)).toContain(html));

  test('is text in an article', () => {
    expect(renderBody('<u>a</u>', 'markdown')).toBe('<p>&lt;u&gt;a&lt;/u&gt;</p>\n');
    expect(renderBody('![a](https://a.example/x.png "foto")', 'markdown')).toContain('<img ');
  });

  test('is text in code', () => expect(rendered('`<u>a</u>`')).toBe('<p><code>&lt;u&gt;a&lt;/u&gt;</code></p>'));
});

describe('what else looks like it', () => {
  test.each([
    '<u onmouseover=alert(1)>a',
    '<u/onmouseover=alert(1)>a',
    '<small style="position:fixed">a',
    '<big class="picture">a',
    '<u >a',
    '< u>a',
    '<b>a',
    '<script>a',
    '<img src=x onerror=alert(1)>',
    '<a class="picture" href="https://a.example">a',
    '<details open ontoggle=alert(1)>a',
  ])('stays text: %s', (body) => {
    const html = rendered(body).replace(/<a href="https:\/\/a\.example[^>]*>|<\/a>/g, '');
    expect(html.replace(/^<p>|<\/p>$/g, '')).not.toContain('<');
  });

  test.each([
    ['<u>a', '<p><u>a</u></p>'],
    ['a</u></small></big>', '<p>a</p>'],
    ['<u>a\n\nb</u>', '<p><u>a</u></p>\n<p>b</p>'],
    ['- <big>a\n- b', '<ul>\n<li><big>a</big></li>\n<li>b</li>\n</ul>'],
    ['*a <small>b* c</small>', '<p><em>a <small>b</small></em> c</p>'],
  ])('is closed where it stands: %j', (body, html) => expect(rendered(body)).toBe(html));

  test.each([
    '![x](https://a.example/"onerror="alert(1))',
    '![x" onerror="alert(1)](https://a.example/x.png)',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
    '![x](//a.example/x.png)',
    '![<img src=x onerror=alert(1)>](https://a.example/x.png "foto\\" onload=\\"alert(1)")',
  ])('runs nothing: %s', (body) => {
    for (const format of ['markdown', 'html'] as const) {
      const tags = rendered(body, format).match(/<[^>]*>/g) ?? [];
      expect(tags.join('')).not.toMatch(/<img|\son|javascript:|data:image/);
    }
  });

  test('no attribute makes a link a picture, and none leads further than its words', () => {
    const forged = '<a class="picture" data-kind="foto" href="https://a.example" target="_top" onclick="x">a</a>';
    expect(rendered(forged, 'html')).toBe(`<p><a href="https://a.example" ${elsewhere}>a</a></p>`);
    expect(rendered('<u class="a" onclick="b">c</u><span class="picture">d</span>', 'html')).toBe('<p><u>c</u>d</p>');
  });
});

describe('a picture', () => {
  test.each([
    ['by http is a link like others', '<img src="http://a.example/x.png" alt="a">', `<a href="http://a.example/x.png"`],
    [
      'in a link is its words',
      '<a href="https://b.example"><img src="https://a.example/x.png" alt="a">b</a>',
      '<em>a</em>b',
    ],
    ['of the site is its words', '<img src="/x.png" alt="a"> b', '<p><em>a</em> b</p>'],
    [
      'without words is its address',
      '<img src="https://a.example/x.png">',
      picture('photo', 'https://a.example/x.png'),
    ],
    [
      'in HTML is the same',
      '<img src="https://a.example/x.png" alt="a" srcset="https://b.example/y.png 2x">b',
      `${picture('photo', 'a')}b`,
    ],
  ])('%s', (_, body, html) => expect(rendered(body, 'html')).toContain(html));
});

test('no tag leaves its comment, and none but those of the list is in it', () => {
  const pieces = [
    ...[
      '<u>',
      '</u>',
      '<small>',
      '</small>',
      '<big>',
      '</big>',
      '<U>',
      '<u x>',
      '<img src=https://a.example/x>',
      '</p>',
      '</div>',
    ],
    ...[
      '![a](https://a.example/x "foto")',
      '![',
      '](https://b.example)',
      '[',
      '*',
      '**',
      '~~',
      '> ',
      '- ',
      '\n',
      '\n\n',
      'word ',
      '`',
    ],
  ];
  const body = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join(''));
  const known =
    /^(p|br|hr|blockquote|pre|code|[uo]l|li|h[2-6]|strong|em|u|s|small|big|a|b|i|table|thead|tbody|tr|t[hd])$/;
  fc.assert(
    fc.property(body, fc.constantFrom('markdown' as const, 'html' as const), (text, format) => {
      const open: string[] = [];
      const wrong: string[] = [];
      for (const [tag, slash, name = ''] of rendered(text, format).matchAll(/<(\/?)([^\s/>]+)[^>]*>/g)) {
        if (!known.test(name)) wrong.push(tag);
        if (slash !== '') wrong.push(...(open.pop() === name ? [] : [tag]));
        else if (!tag.endsWith(' />')) open.push(name);
      }
      expect([wrong, open]).toEqual([[], []]);
    }),
    { numRuns: 500 },
  );
});
