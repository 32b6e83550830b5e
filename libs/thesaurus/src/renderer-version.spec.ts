import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { rendererVersion } from '#rendering/renderer-version.js';
import { renderInHouse } from './render-in-house.js';

const markdown = [
  '# A *head*\n\nA **bold** ~~word~~ `code` https://a.example [in](/b "c") ![alt](https://a.example/x.png)',
  '> said\n\n- one\n- two\n\n1. a\n\n| a | b |\n| - | - |\n| c | d |\n\n```\ncode\n```\n\n---\na\nb <b>',
];
const html = [
  'One\n\nTwo<br>\nthree www.a.example [caption]<img src="https://a.example/x.png" alt="x"> words[/caption]',
  '<h1>a</h1><script>b</script><p style="c">d<u>e</u></p><iframe src="https://a.example/v"></iframe><pre>f\ng</pre>',
];
const comments = [
  '<u>a</u> <small>b</small>\n\n![c](https://a.example/x.png "foto") [![d](https://a.example/y.png)](/e) <b>',
];
const entry = (kind: HouseEntry['kind'], term: string, text: string): HouseEntry => ({
  ...{ entryId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4061', kind, term, text, inflections: [] },
  ...{ sectionId: null, caseSensitive: false, wholeWords: true },
});
const entries = [entry('gloss', 'word', 'spoken'), entry('substitution', 'two', 'a pair')];
const inHouse = { title: 'Two', description: 'A word.', entries, place: {} };

test('whoever changes what a body becomes raises the version of the renderer, and then this hash', () => {
  const made = [
    ...markdown.map((body) => renderInHouse({ body, format: 'markdown', inHouse })),
    ...html.map((body) => renderInHouse({ body, format: 'html', inHouse })),
    ...comments.map((body) => renderInHouse({ body, format: 'markdown', isComment: true })),
    ...html.map((body) => renderInHouse({ body, format: 'html', isComment: true })),
    renderInHouse({ body: 'A word.\n\nTwo\n"lines"', format: 'text', inHouse }),
  ];
  const hash = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
  expect([rendererVersion, hash]).toEqual([3, 'bd5a16ac27b82bd0']);
});
