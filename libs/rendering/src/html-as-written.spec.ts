import { expect, test } from '@jest/globals';
import { cpuMsOf } from '#testing/cpu-time.js';
import { renderBody } from './render-body.js';

test.each([
  ['a & b', '<p>a &amp; b</p>'],
  ['one\ntwo\n\nthree', '<p>one<br />two</p>\n<p>three</p>'],
  ['<p>one\ntwo</p>\n\n<p>three</p>', '<p>one\ntwo</p>\n<p>three</p>'],
  ['before<blockquote>said</blockquote>after', '<p>before</p>\n<blockquote>said</blockquote>\n<p>after</p>'],
  ['<pre>a\n\n[b c="d"]</pre>', '<pre>a\n\n[b c="d"]</pre>'],
  ['İ<PRE>a\n\nb</PRE>', '<p>İ</p>\n<pre>a\n\nb</pre>'],
  ['<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->', '<p>x</p>'],
  ['<!-- wp:image {"id":1} -->x', '<p>x</p>'],
  ['See [1] and [sic], [citation needed]. [gallery ids="1,2"]', '<p>See [1] and [sic], [citation needed].</p>'],
  ['[caption id="a" width="3"]<b>x</b> y[/caption]', '<p><b>x</b> y</p>'],
  ['[code]x[/code] [gallery]', '<pre>x</pre>'],
  ['<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
])('%j', (body, html) => {
  expect(renderBody(body, 'html').trim()).toBe(html);
});

test('the output is balanced and safe, whatever is typed', () => {
  expect(renderBody('<blockquote>a\n\nb</blockquote><script>x\n\n</script>', 'html')).not.toContain('script');
  expect(renderBody('<!-- never ends', 'html')).not.toContain('never');
});

test.each(['[a ', '<p', '<!--', '\n', '<pre>', '[a b=', '[/a]', '<b>', '<hr'])(
  'takes time linear in its length: %j',
  async (piece) => {
    const timeOf = (length: number) => {
      const body = piece.repeat(length / piece.length);
      return cpuMsOf(() => renderBody(body, 'html'));
    };
    await timeOf(10_000);
    expect(await timeOf(200_000)).toBeLessThan(2_000);
  },
);
