import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('test/version-before/') && !file.startsWith('test/fixtures/'));

/** The left column of the glossary's first table. */
const leftColumn = read('docs/glossary.md')
  .split('## Words we keep')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|')[1] ?? '');
const terms = (leftColumn ?? []).flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, term = '']) => term));

/** Names that are stored or another's, and cannot change: where they may be. */
const fixed: [name: string, file: RegExp][] = [
  ['watermark', /^libs\/projection\/src\/checkpoint\.entity\.ts$/],
  ['highWatermark', /^libs\/kafka\//],
  ['RelayWatermark', /^docs\/events\.md$/],
];
const isFixed = (name: string, file: string) => fixed.some(([one, where]) => one === name && where.test(file));

/**
 * A word in small letters is looked for as a part of a name, as are names of several parts; a single word with a capital
 * is a name of its own, since its plain meaning is used elsewhere. `most…` begins a name.
 */
function patternOf(term: string): RegExp {
  if (term.endsWith('…')) return new RegExp(`^${term.slice(0, -1)}(?=[A-Z])`);
  if (/^[A-Z][a-z]+$/.test(term)) return new RegExp(`^${term}$`);
  const capital = (term[0] ?? '').toUpperCase() + term.slice(1);
  return new RegExp(`^${term}(?![a-z])|(?<=[a-z0-9_])${capital}(?![a-z])|^${capital}(?![a-z])`);
}
const patterns = terms.filter((term) => !term.includes('-')).map((term) => [term, patternOf(term)] as const);

const camelCase = (name: string) => name.replaceAll(/[-_.]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const oldTermIn = (name: string) => patterns.find(([, pattern]) => pattern.test(name))?.[0];

/** The identifiers of a file; of an entity its tables and columns too, which stand in strings. */
function namesIn(file: string): Set<string> {
  const names = new Set<string>();
  const scan = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) names.add(node.text);
    if (ts.isStringLiteral(node) && file.endsWith('.entity.ts')) names.add(camelCase(node.text));
    node.forEachChild(scan);
  };
  scan(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return names;
}

test('the glossary has words that are no longer used', () => {
  expect(terms.length).toBeGreaterThan(40);
  expect(terms).toEqual(expect.arrayContaining(['heard', 'TruePeople', 'touches', 'inOneGo', 'Chore', 'watermark']));
});

test('none of them is in the name of an identifier, a table or a column', () => {
  const sources = tracked.filter((file) => /\.(ts|mjs|js)$/.test(file));
  const found = sources.flatMap((file) =>
    [...namesIn(file)].flatMap((name) => {
      return oldTermIn(name) === undefined || isFixed(name, file) ? [] : [`${file}: ${name}`];
    }),
  );
  expect(found).toEqual([]);
});

test('none of them is in the name of a file or a folder', () => {
  const parts = new Set(tracked.flatMap((file) => file.split('/')));
  const found = [...parts].filter((part) => {
    const name = camelCase(part.replace(/\.[a-z]+$/, ''));
    return oldTermIn(name) ?? oldTermIn((name[0] ?? '').toUpperCase() + name.slice(1));
  });
  expect(found).toEqual([]);
});

test('none of them is in the docs', () => {
  const pages = tracked.filter(
    (file) => /^(README|CONTRIBUTING|docs\/[a-z-]+)\.md$/.test(file) && file !== 'docs/glossary.md',
  );
  const found = pages.flatMap((page) =>
    (read(page).match(/[A-Za-z][\w$]*/g) ?? []).flatMap((word) =>
      oldTermIn(word) === undefined || isFixed(word, page) ? [] : [`${page}: ${word}`],
    ),
  );
  expect(found).toEqual([]);
});
