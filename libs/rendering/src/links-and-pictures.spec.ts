import { expect, test } from '@jest/globals';
import { renderBody } from './render-body.js';

const link = (html: string) => /<a [^>]*>/.exec(html)?.[0];

test.each([
  'https://a.example',
  'http://a.example/x',
  '//a.example',
  '/\\a.example',
  '\\\\a.example',
  'mailto:a@b.example',
])('a link that leads elsewhere is its writer’s: %s', (address) => {
  expect(link(renderBody(`<a href="${address}" rel="dofollow">x</a>`, 'html'))).toContain(
    'rel="nofollow ugc noopener"',
  );
});

test.each(['/articles/a', '/articles/a?view=original#comment-1', '#comment-1', 'articles/a', '/?a=https://b.example'])(
  'a link that stays on the site is followed: %s',
  (address) => {
    expect(link(renderBody(`<a href="${address}" rel="nofollow">x</a>`, 'html'))).toBe(`<a href="${address}">`);
    expect(link(renderBody(`[x](${address})`, 'markdown'))).toBe(`<a href="${address}">`);
  },
);

test.each([
  ['markdown', '![A quay](https://a.example/x.png)'],
  ['html', '<img src="https://a.example/x.png" alt="A quay" loading="eager" referrerpolicy="unsafe-url">'],
] as const)('a picture in %s is lazy, tells nobody where it is shown, and keeps its words', (format, body) => {
  const [picture = ''] = /<img [^>]*>/.exec(renderBody(body, format)) ?? [];
  expect(picture.match(/[a-z]+="[^"]*"/g)?.sort()).toEqual([
    ...['alt="A quay"', 'decoding="async"', 'loading="lazy"', 'referrerpolicy="no-referrer"'],
    'src="https://a.example/x.png"',
  ]);
});
