import { expect, test } from '@jest/globals';
import { renderBody } from './render-body.js';

test('text is escaped and split into paragraphs', () => {
  expect(renderBody('a <b> & "c"\nd\n\n\ne', 'text')).toBe('<p>a &lt;b&gt; &amp; &quot;c&quot;<br />d</p>\n<p>e</p>');
});

test('markdown is rendered, and HTML in it is escaped', () => {
  const html = renderBody('**bold** [x](https://a.example) <script>alert(1)</script>', 'markdown');
  expect(html).toContain('<strong>bold</strong>');
  expect(html).toContain('<a href="https://a.example" rel="nofollow ugc noopener">x</a>');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
  '<iframe src="https://a.example"></iframe>',
  '<p style="position:fixed" onclick="alert(1)">x</p>',
])('html that runs code or covers the page is removed: %s', (body) => {
  expect(renderBody(body, 'html')).not.toMatch(/script|onerror|onload|onclick|javascript:|<iframe|<svg|style=/i);
});
