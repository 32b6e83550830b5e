import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** Upper bound of the words of all pages together: a reader has an evening at most. */
const maxWords = 10_200;

/** Generated from the contract by `npm run events-doc`. */
const generated = ['docs/events.md'];

/** limits-doc.spec.ts compares its rows with the code, cell by cell. */
const comparedTables = 'docs/limits.md';

const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (page) => page.endsWith('.md') && !generated.includes(page),
);

const read = (page: string) => readFileSync(join(root, page), 'utf8');

/** Counts words of sentences, lists and tables; commands, samples and diagrams are in fences and do not count. */
function wordsOf(page: string): number {
  const text = read(page).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  const counted = page === comparedTables ? text.replaceAll(/^\|.*$/gm, '') : text;
  return counted.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const fragmentOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const headingsOf = (page: string) =>
  read(page)
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
    .split('\n')
    .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? []);

test('the hand-written pages have 10,200 words at most', () => {
  const words = Object.fromEntries(pages.map((page) => [page, wordsOf(page)]));
  const all = Object.values(words).reduce((sum, count) => sum + count, 0);
  expect({ ...words, all: all > maxWords ? `${all}, more than ${maxWords}` : 'few enough' }).toMatchObject({
    all: 'few enough',
  });
});

test.each(pages)('%s opens with what it is for, in a paragraph', (page) => {
  const [heading, opening = ''] = read(page).split('\n\n');
  expect(heading).toMatch(/^# /);
  expect(opening).toMatch(/\bFor (whoever|operators)\b|This page is for/);
});

test.each([...pages, 'docs/events.md'])('%s links only to existing pages and headings', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const dead = links.flatMap(([, path = '', fragment]) => {
    const target = path === '' ? page : join(page, '..', path);
    if (fragment === undefined || !target.endsWith('.md')) return existsSync(join(root, target)) ? [] : [target];
    return headingsOf(target).map(fragmentOf).includes(fragment) ? [] : [`${target}#${fragment}`];
  });
  expect(dead).toEqual([]);
});
