import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BareAmpersands } from './bare-ampersands.js';

function escape(...portions: string[]): string {
  const ampersands = new BareAmpersands();
  return portions.map((portion, index) => ampersands.escape(portion, index === portions.length - 1)).join('');
}

describe('bare ampersands', () => {
  test.each([
    ['<t>Tom & Jerry</t>', '<t>Tom &amp; Jerry</t>'],
    ['<a href="?x=1&y=2">', '<a href="?x=1&amp;y=2">'],
    ['&amp; &#38; &#x26; &nbsp; &LT;', '&amp; &#38; &#x26; \u00a0 &lt;'],
    ['a && b &', 'a &amp;&amp; b &amp;'],
    [
      '<![CDATA[a & b]]> & <!-- c & d --> & <?p e & f?> &',
      '<![CDATA[a & b]]> &amp; <!-- c & d --> &amp; <?p e & f?> &amp;',
    ],
    ['<![CDATA[ ]] ]> & never ends', '<![CDATA[ ]] ]> & never ends'],
  ])('%s', (text, escaped) => {
    expect(escape(text)).toBe(escaped);
  });

  test('are escaped wherever the text is cut', () => {
    const pieces = fc.constantFrom(
      '&',
      'amp;',
      'nbsp;',
      '#8;',
      '#38;',
      ';',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<',
      'x',
      ' ',
      '-',
      ']',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.array(fc.nat(100), { maxLength: 6 }), (parts, cuts) => {
        const text = parts.join('');
        const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other), text.length];
        const portions = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(escape(...portions)).toBe(escape(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
