import { describe, expect, test } from '@jest/globals';
import { Html, html } from './html.js';

describe('html', () => {
  test('escapes its values, in text and in attributes', () => {
    const name = `"><script>alert('1')</script>&`;
    expect(html`<p title="${name}">${name}</p>`.markup).not.toMatch(/<script|title="">/);
    expect(html`${'&'}${`'`}`.markup).toBe('&amp;&#39;');
  });

  test('leaves safe markup unchanged', () => {
    const items = [html`<li>${1}</li>`, new Html('<li>2</li>')];
    // prettier-ignore
    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>1</li><li>2</li></ul>');
  });
});
