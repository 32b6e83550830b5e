import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BodyFormat } from '#contracts/body-format.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { Candidates } from './candidates.js';
import { maxPinnedBytes, maxPinnedEntries } from './limits.js';
import { renderInHouse } from './render-in-house.js';

const entryOf = (term: string, more: Partial<HouseEntry> = {}): HouseEntry => ({
  ...{ entryId: term, kind: 'substitution', term, inflections: [], text: `[${term}]`, sectionId: null },
  ...{ caseSensitive: false, wholeWords: true, ...more },
});
const nothing = { title: '', description: '' };
const pickedOf = (entries: HouseEntry[], body: string, format: BodyFormat) =>
  new Candidates(entries).in({ ...nothing, body, format }).map(({ term }) => term);

test.each([
  ['html', 'Bashar al-<b>As</b>sad'],
  ['html', 'Bashar al&#45;Assad'],
  ['html', 'Bashar al<!-- x -->-Assad'],
  ['html', 'Bashar al-As<b title="a > b">s</b>ad'],
  ['html', 'Bashar al-As[x y=1]sad'],
  ['html', 'Bashar al-As<script>let x</script>sad'],
  ['markdown', 'Bashar *al*-**As**sad'],
  ['markdown', 'Bashar al\\-Ass&#97;d'],
  ['markdown', 'Bashar al-As[](http://x.example)sad'],
  ['text', 'Bashar al‑Assad'],
] as const)('a term is found in %s as it is entered: %s', (format, body) => {
  expect(pickedOf([entryOf('Bashar al-Assad')], body, format)).toEqual(['Bashar al-Assad']);
});

test('a title and a description count, what is part of another word or of another case does not', () => {
  const entries = [entryOf('IS', { caseSensitive: true }), entryOf('car'), entryOf('arm', { wholeWords: false })];
  const text = { title: 'The IS', description: 'It is alarming', body: 'scar', format: 'text' as const };
  expect(new Candidates(entries).in(text).map(({ term }) => term)).toEqual(['arm', 'IS']);
  expect(new Candidates(entries).in({ ...text, title: 'This is' }).map(({ term }) => term)).toEqual(['arm']);
});

test('of more than an article is pinned to, the longest terms are taken', () => {
  const terms = Array.from({ length: maxPinnedEntries + 5 }, (_, at) => `${'a'.repeat((at % 190) + 1)}x${at}`);
  const entries = terms.map((term) => entryOf(term, { text: 'x' }));
  const picked = pickedOf(entries, terms.join(' '), 'text');
  expect(picked).toHaveLength(maxPinnedEntries);
  expect(picked[0]?.length).toBe(Math.max(...terms.map(({ length }) => length)));
  const large = entries.map((entry) => ({ ...entry, text: 'é'.repeat(500) }));
  const bytes = Buffer.byteLength(
    JSON.stringify(new Candidates(large).in({ ...nothing, body: terms.join(' '), format: 'text' })),
  );
  expect([bytes <= maxPinnedBytes + 1, bytes > maxPinnedBytes - 3_000]).toEqual([true, true]);
});

const words = ['a', 'ab', 'b', 'A', 'é', 'e\u0301', 'ß', 'ss', 'amp', 'x', '’', '-', '.', '_'];
const term = fc
  .array(fc.constantFrom(...words, ' '), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const entries = fc
  .array(fc.record({ term, caseSensitive: fc.boolean(), wholeWords: fc.boolean(), isGloss: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) =>
    some.map(({ term: of, isGloss, ...more }, at) =>
      entryOf(of, { ...more, entryId: `${at}`, kind: isGloss ? 'gloss' : 'substitution', text: `¤${at}¤` }),
    ),
  );
const markup = [
  ...[
    '<b>',
    '</b>',
    '<a href="/a">',
    '</a>',
    '<code>',
    '</code>',
    '\n',
    '\n\n',
    '<h3>',
    '</h3>',
    '<br>',
    '<pre>',
    '</pre>',
  ],
  ...['<!-- a -->', '<script>a</script>', '[b]', '[caption]', '[/caption]', '[a](b)', '[](b)', '[a]: b', '![a](b)'],
  ...[
    '&amp;',
    '&amp',
    '&#97;',
    '&eacute;',
    '&nbsp;',
    '&shy;',
    '&#769;',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '\\',
    '<',
    '>',
    '"',
    '<i title=">">',
  ],
];
const body = fc
  .array(fc.constantFrom(...words, ...words, ' ', ' ', ...markup), { maxLength: 40 })
  .map((some) => some.join(''));
const format = fc.constantFrom('text' as const, 'markdown' as const, 'html' as const);

test('whatever occurs in the rendered text is found in the text as it is entered', () => {
  fc.assert(
    fc.property(body, format, entries, (text, of, all) => {
      const inHouse = { title: '', description: '', entries: all, place: {} };
      const shown = renderInHouse({ body: text, format: of, inHouse }).house?.html ?? '';
      const picked = new Candidates(all).in({ ...nothing, body: text, format: of });
      const pickedIds = new Set(picked.map(({ entryId }) => entryId));
      const missed = all.filter(({ entryId }) => shown.includes(`¤${entryId}¤`) && !pickedIds.has(entryId));
      expect(missed).toEqual([]);
      // So that the article is shown by those alone as it is by the whole thesaurus.
      const byPicked = renderInHouse({ body: text, format: of, inHouse: { ...inHouse, entries: picked } });
      expect(byPicked.house?.html).toBe(shown);
    }),
    { numRuns: 500 },
  );
});
