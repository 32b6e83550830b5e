import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderBody } from '#rendering/render-body.js';
import { gloss, substitution } from '#testing/thesaurus-entries.js';
import { annotateHtml } from './annotate-html.js';
import { compileThesaurus } from './compile-thesaurus.js';
import { conflictsOf } from './conflicts.js';
import { originalOf } from './marks.js';
import type { ThesaurusEntry } from './thesaurus-entry.js';

const words = ['a', 'ab', 'b', 'ba', 'A', 'AB', 'é', 'e\u0301', 'ß', 'ss', 'ı', '’', "'", '-', '‐', '.', '<', '&', '"'];
const term = fc
  .array(fc.constantFrom(...words, ' '), { minLength: 1, maxLength: 5 })
  .map((some) => some.join(''))
  .filter((text) => text.trim() !== '');
const entry: fc.Arbitrary<ThesaurusEntry> = fc
  .record({
    isGloss: fc.boolean(),
    term,
    inflections: fc.array(term, { maxLength: 2 }),
    text: fc.constantFrom('ab', 'the b', '<b>a</b>', '"&quot;', '</span>'),
    ofSection: fc.boolean(),
    caseSensitive: fc.boolean(),
    wholeWords: fc.boolean(),
  })
  .map(({ isGloss, term: of, text, ofSection, ...more }) =>
    (isGloss ? gloss : substitution)(of, text, { ...more, scope: ofSection ? { sectionId: 's' } : 'all' }),
  );
/** As an installation has them: none conflicts with another. */
const thesaurus = fc
  .array(entry, { maxLength: 8 })
  .map((some) => some.map((each, at) => ({ ...each, entryId: `${at}` })))
  .map((some) =>
    some.reduce<ThesaurusEntry[]>((kept, each) => (conflictsOf(kept, each).length > 0 ? kept : [...kept, each]), []),
  );
const markup = ['<b>', '</b>', '<a href="/a">', '</a>', '<code>', '</code>', '\n\n', '<h3>', '</h3>', '<br>', '<pre>'];
const body = fc
  .array(fc.constantFrom(...words, ...words, ' ', ' ', '&amp;', 'www.a.b ', '*', '`', ...markup), { maxLength: 60 })
  .map((some) => some.join(''));
const format = fc.constantFrom('text' as const, 'markdown' as const, 'html' as const);
const place = fc.constantFrom({}, { sectionId: 's' });

test('the original is untouched, and annotating twice is annotating once', () => {
  fc.assert(
    fc.property(body, format, thesaurus, place, (text, of, entries, at) => {
      const html = renderBody(text, of);
      const compiled = compileThesaurus(entries);
      const annotated = annotateHtml(html, compiled, at);
      expect(originalOf(html)).toBe(html);
      expect(originalOf(annotated)).toBe(html);
      expect(annotateHtml(annotated, compiled, at)).toBe(annotated);
      expect(annotated.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
    }),
    { numRuns: 1_000 },
  );
});

/** Words of ASCII, whose folding is their small letters. */
const plain = fc
  .array(fc.constantFrom('a', 'ab', 'b', 'A', ' ', ' ', '-'), { minLength: 1, maxLength: 4 })
  .map((some) => some.join(''))
  .filter((text) => /^\S(?:.*\S)?$/.test(text) && !text.includes('  '));
const plainBody = fc
  .array(fc.constantFrom('a', 'ab', 'b', 'A', ' ', ' ', '-'), { minLength: 1, maxLength: 40 })
  .map((some) => `x ${some.join('').replace(/ +/g, ' ')} x`);

/** Tries each term at each place, by regular expressions. */
function naively(
  text: string,
  entries: ThesaurusEntry[],
  sectionId?: string,
): [begin: number, end: number, id: string][] {
  const found: [number, number, string][] = [];
  const inScope = entries.filter(({ scope }) => scope === 'all' || scope.sectionId === sectionId);
  for (let at = 0; at < text.length;) {
    const here = inScope.flatMap((each) => {
      const { entryId, caseSensitive, wholeWords, scope } = each;
      return [each.term, ...each.inflections].flatMap((form) => {
        const own = form.replace(/[^\w\s]/g, '\\$&');
        const bounded = wholeWords ? `(?:(?<!\\w)|(?!\\w))${own}(?:(?<=\\W)|(?!\\w))` : own;
        const match = new RegExp(bounded, caseSensitive ? 'y' : 'iy');
        match.lastIndex = at;
        const rank = Number(scope === 'all') * 2 + Number(!caseSensitive);
        return match.test(text) ? [{ entryId, rank, end: at + form.length }] : [];
      });
    });
    const [best] = here.sort((one, other) => other.end - one.end || one.rank - other.rank);
    if (best) found.push([at, best.end, best.entryId]);
    at = best?.end ?? at + 1;
  }
  return found;
}

test('each occurrence is treated exactly once, as by trying each term at each place', () => {
  const entryOf = fc
    .record({
      term: plain,
      inflections: fc.array(plain, { maxLength: 1 }),
      caseSensitive: fc.boolean(),
      wholeWords: fc.boolean(),
      ofSection: fc.boolean(),
    })
    .map(({ term: of, ofSection, ...more }) =>
      substitution(of, '1', { ...more, scope: ofSection ? { sectionId: 's' } : 'all' }),
    );
  const entriesOf = fc
    .array(entryOf, { maxLength: 8 })
    .map((some) =>
      some
        .map((each, at) => ({ ...each, entryId: `${at}`, text: `${at}` }))
        .reduce<ThesaurusEntry[]>((kept, each) => (conflictsOf(kept, each).length > 0 ? kept : [...kept, each]), []),
    );
  fc.assert(
    fc.property(plainBody, entriesOf, place, (text, entries, at) => {
      const { sectionId } = at as { sectionId?: string };
      let expected = '';
      let behind = 0;
      for (const [begin, end, id] of naively(text, entries, sectionId)) {
        const original = text.slice(begin, end);
        expected += `${text.slice(behind, begin)}<span class="house" title="${original}">${id}</span>`;
        behind = end;
      }
      const html = `<p>${text}</p>`;
      expect(annotateHtml(html, compileThesaurus(entries), at)).toBe(`<p>${expected}${text.slice(behind)}</p>`);

      const glosses = entries.map((each) => ({ ...each, kind: 'gloss' as const }));
      const annotated = annotateHtml(html, compileThesaurus(glosses), at);
      const shown = [...annotated.matchAll(/…(\d+)…/g)].map(([, id]) => id);
      expect(shown).toEqual([...new Set(naively(text, glosses, sectionId).map(([, , id]) => id))]);
    }),
    { numRuns: 2_000 },
  );
});
