import { describe, expect, test } from '@jest/globals';
import { renderBody } from '#rendering/render-body.js';
import { gloss, substitution } from '#testing/thesaurus-entries.js';
import { annotateHtml } from './annotate-html.js';
import { compileThesaurus } from './compile-thesaurus.js';
import { originalOf } from './marks.js';
import type { ThesaurusEntry } from './thesaurus-entry.js';

const house = (name: string, original: string) => `<span class="house" title="${original}">${name}</span>`;
const aside = (text: string) => `<span class="gloss" role="note"> …${text}…</span>`;
const shown = (html: string, entries: ThesaurusEntry[], sectionId?: string) =>
  annotateHtml(html, compileThesaurus(entries), { sectionId });

const lantern = substitution('The Lantern', 'The Lampoon');
const keepers = substitution('lamp keepers', 'bright boys', { inflections: ['lamp keeper'] });
const harbour = gloss('Port Ambrose', 'home of a particularly hairy cormorant');
const entries = [lantern, keepers, harbour];

test('a gloss stands behind the first occurrence, a substitution in place of each', () => {
  const body = 'Lamp keepers of Port Ambrose told The Lantern. Port Ambrose has lamp keepers, The Lantern says.';
  expect(shown(renderBody(body, 'text'), entries)).toBe(
    `<p>${house('Bright boys', 'Lamp keepers')} of Port Ambrose${aside('home of a particularly hairy cormorant')} told ` +
      `${house('The Lampoon', 'The Lantern')}. Port Ambrose has ${house('bright boys', 'lamp keepers')}, ` +
      `${house('The Lampoon', 'The Lantern')} says.</p>`,
  );
});

describe('nothing is done', () => {
  test.each([
    '<p><a href="https://a.example" rel="nofollow ugc noopener">The Lantern</a></p>',
    '<p><a href="/x"><b>The</b> Lantern</a></p>',
    '<p><code>The Lantern</code></p>',
    '<pre><b>The Lantern</b> Port Ambrose</pre>',
    '<p><img src="https://a.example/x.png" alt="The Lantern" title="Port Ambrose" loading="lazy" decoding="async" referrerpolicy="no-referrer" /></p>',
    '<p>See https://the-lantern.example/The-Lantern, www.lamp-keeper.example or lamp-keepers@the-lantern.example.</p>',
    '<p>The Lanterns, aThe Lantern, lamp keepers_, Port Ambrose\u0301</p>',
    '<p>The</p>\n<p>Lantern</p>',
    '<p>The<br />Lantern</p>',
    '<p>The<img src="https://a.example/x.png" />Lantern</p>',
  ])('to %s', (html) => {
    expect(shown(html, [...entries, substitution('lamp-keeper', 'x'), substitution('the-lantern', 'x')])).toBe(html);
  });

  test('beside a link to more than what is outside it', () => {
    expect(shown('<p><a href="/x">The</a> Lantern <a href="/x">x</a>The Lantern</p>', entries)).toBe(
      '<p><a href="/x">The</a> Lantern <a href="/x">x</a>The Lantern</p>',
    );
    expect(shown('<p><a href="/x">The Lantern</a> The Lantern</p>', entries)).toBe(
      `<p><a href="/x">The Lantern</a> ${house('The Lampoon', 'The Lantern')}</p>`,
    );
  });
});

describe('inline tags', () => {
  test('that cut a term leave it, and do not make other words of it', () => {
    const html = '<p><b>The</b> Lantern, <b>lamp keep</b>ers <i>lamp keeper</i>s</p>';
    expect(shown(html, entries)).toBe(html);
  });

  test('that cut a glossed term keep the aside outside of them', () => {
    expect(shown('<p><b>Port</b> Ambrose is <em><b>Port Ambrose</b></em></p>', [harbour])).toContain(
      `<b>Port</b> Ambrose${aside(harbour.text)} is`,
    );
    expect(shown('<p><em>a <b>Port Ambrose’s</b></em>, b</p>', [harbour])).toContain(
      `<b>Port Ambrose’s</b></em>${aside(harbour.text)}, b`,
    );
  });
});

test.each([
  ['Port Ambrose.', ''],
  ['(Port Ambrose)', ' x'],
  ['Port Ambrose&#39;s', ' x'],
  ['Port Ambrose-based,', ' x'],
  ['&quot;Port Ambrose,&quot;', ' x'],
  ['Port Ambrose', '-www.a.example/x'],
])('an aside stands behind the written word and its punctuation: %s', (before, behind) => {
  expect(shown(`<p>${before}${behind}</p>`, [harbour])).toBe(`<p>${before}${aside(harbour.text)}${behind}</p>`);
});

test('a heading has house names and no asides; the first occurrence behind it has one', () => {
  expect(shown('<h2>Port Ambrose, by The Lantern</h2><p>Port Ambrose</p>', entries)).toBe(
    `<h2>Port Ambrose, by ${house('The Lampoon', 'The Lantern')}</h2><p>Port Ambrose${aside(harbour.text)}</p>`,
  );
});

test('a term may have both; the aside stands behind the house name', () => {
  const both = [substitution('The Lantern', 'The Lampoon'), gloss('lantern', 'a lamp')];
  expect(shown('<p>The Lantern’s man</p>', both)).toBe(
    `<p>${house('The Lampoon', 'The Lantern')}’s${aside('a lamp')} man</p>`,
  );
  const within = [substitution('Lantern man', 'lamp'), gloss('lantern', 'a lamp')];
  expect(shown('<p>Lantern man</p>', within)).toBe(`<p>${house('lamp', 'Lantern man')}${aside('a lamp')}</p>`);
});

test('an entry has one aside, whichever of its forms comes first', () => {
  const one = gloss('ferry', 'it floats', { inflections: ['ferries'] });
  expect(shown('<p>Ferries, ferry</p>', [one])).toBe(`<p>Ferries,${aside('it floats')} ferry</p>`);
});

describe('of several terms', () => {
  test('the leftmost longest counts; one that does not count here hides none', () => {
    const some = [
      substitution('Ambrose', 'A'),
      substitution('Ambrose bridge', 'B'),
      substitution('bridge club', 'C'),
      substitution('Ambrose bridge cl', 'D'),
      substitution('AMBROSE BRIDGE CLUB', 'E', { caseSensitive: true }),
      substitution('Ambrose bridge club rules', 'F', { scope: { sectionId: 'sport' } }),
    ];
    expect(shown('<p>Ambrose bridge club rules</p>', some)).toBe(`<p>${house('B', 'Ambrose bridge')} club rules</p>`);
    expect(shown('<p>Ambrose bridge club rules</p>', some, 'sport')).toBe(
      `<p>${house('F', 'Ambrose bridge club rules')}</p>`,
    );
    expect(shown('<p>AMBROSE BRIDGE CLUB</p>', some)).toBe(`<p>${house('E', 'AMBROSE BRIDGE CLUB')}</p>`);
  });

  test("a section's entry beats the site's, in its section", () => {
    const scope = { sectionId: 'sport' };
    const two = [substitution('ferry', 'tub'), substitution('ferry', 'yacht', { entryId: 'its', scope })];
    expect(shown('<p>ferry</p>', two, 'sport')).toContain('>yacht<');
    expect(shown('<p>ferry</p>', two, 'council')).toContain('>tub<');
    expect(shown('<p>ferry</p>', two)).toContain('>tub<');
  });
});

test.each([
  ['a house name that has its own term', substitution('ferry', 'ferry of ferries')],
  ['a term of signs of regular expressions', substitution('(a+)+$ [x] \\d .*', 'none')],
  ['a term of HTML, and a name of HTML', substitution('<b> & "c" \'d\'', '<script>alert("1")</script>&amp;\'')],
  ['an aside of HTML', gloss('ferry', '</span><img src=x onerror=alert(1)>')],
])('%s does no harm', (_, entry) => {
  const html = renderBody(`ferry ${entry.term} FERRY\n\n${entry.term}`, 'text');
  const once = shown(html, [entry]);
  expect(once).not.toBe(html);
  expect(once).not.toMatch(/<(?!\/?(?:p|span)\b)/);
  expect(shown(once, [entry])).toBe(once);
  expect(originalOf(once)).toBe(html);
});

test('a reader cannot forge the house’s voice', () => {
  const forged = house('x', 'y') + aside('z');
  for (const format of ['html', 'markdown', 'text'] as const) {
    const html = renderBody(forged, format);
    expect(html).not.toContain('<span');
    expect(originalOf(html)).toBe(html);
  }
});

test('a later thesaurus does not annotate over an earlier one', () => {
  const earlier = shown('<p>Port Ambrose ferry</p>', [harbour, substitution('ferry', 'Port Ambrose tub')]);
  expect(shown(earlier, [substitution('tub', 'x')])).toBe('<p>Port Ambrose ferry</p>');
});

test('what annotations add is bounded; what is behind stays', () => {
  const entry = substitution('a', 'x'.repeat(500));
  const html = renderBody('a '.repeat(25_000), 'text');
  const annotated = shown(html, [entry]);
  expect(Buffer.byteLength(annotated)).toBeLessThanOrEqual(5 * Buffer.byteLength(html) + 16_384);
  expect(annotated).toMatch(/^<p><span [^]*<\/span> a a a/);
  expect(originalOf(annotated)).toBe(html);
});
