import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ArchiveArticle } from '../archive.js';
import { Spool } from '../spool.js';
import { Filing } from './filing.js';
import { maxProposedSections, proposeMapping } from './propose-mapping.js';
import { readMapping } from './read-mapping.js';
import { requireNoFile, writeMapping } from './write-mapping.js';

const folder = mkdtempSync(join(tmpdir(), 'broadside-sections-'));
let files = 0;
const written = (text: string) => {
  const file = join(folder, `${(files += 1)}.json`);
  writeFileSync(file, text);
  return file;
};
const mapped = (...categories: object[]) => written(JSON.stringify({ categories }));
const refusal = (file: string) => {
  try {
    readMapping(file);
    return 'it was read';
  } catch (error) {
    return (error as Error).message.replace(`--sections ${file}: `, '');
  }
};
const articleIn = (externalId: string, categories: string[], tagList: string[] = []) =>
  ArchiveArticle.parse({
    ...{ externalId, slug: externalId, title: 'T', publishedAt: null, commentsClosed: false, tagList },
    provenance: { categories },
  });

describe('a proposal', () => {
  const propose = (...categories: [string, number][]) => [
    ...proposeMapping(categories.map(([category, articles]) => ({ category, articles }))),
  ];

  test('makes sections of what has most articles, and tags of the rest', () => {
    const many = Array.from({ length: maxProposedSections + 2 }, (_, at): [string, number] => [`C ${at}`, 50 - at]);
    const kinds = propose(['Uncategorized', 99], ...many).map(({ as }) => as);
    expect(kinds).toEqual(['ignore', ...Array<string>(maxProposedSections).fill('section'), 'tag', 'tag']);
  });

  test('makes one section of names that would have one address, and none of what no section can be called', () => {
    expect(propose(['Harbour', 3], ['HARBOUR!', 2], ['!?', 1], ['x'.repeat(81), 1], ['Ha\u202ercs', 1])).toEqual([
      { category: 'Harbour', articles: 3, as: 'section', name: 'Harbour' },
      { category: 'HARBOUR!', articles: 2, as: 'section', name: 'Harbour' },
      { category: '!?', articles: 1, as: 'tag' },
      { category: 'x'.repeat(81), articles: 1, as: 'tag' },
      { category: 'Ha\u202ercs', articles: 1, as: 'section', name: 'Harcs' },
    ]);
  });

  test('of 100,000 categories is written and read as it stands, and never over a file that is there', () => {
    const spool = new Spool();
    for (let at = 0; at < 1_000; at += 1) {
      const categories = Array.from({ length: 100 }, (_, number) => `Category ${at * 100 + number}`);
      spool.setArticle(spool.newItem(), 'test', articleIn(`${at}`, ['News', 'News', '', ...categories]));
    }
    const file = join(folder, 'proposed.json');
    expect(writeMapping(file, proposeMapping(spool.categories()))).toBe(100_001);
    expect(readFileSync(file, 'utf8')).toContain(
      '\n{"category":"News","articles":1000,"as":"section","name":"News"},\n',
    );
    const mapping = readMapping(file);
    expect([...mapping.values()].filter(({ as }) => as === 'section')).toHaveLength(maxProposedSections);
    new Filing(mapping).requireAll(spool.categories());
    spool.close();
    expect(() => requireNoFile(file)).toThrow('there is such a file, and it stays as it is');
    expect(() => writeMapping(file, [])).toThrow('cannot be written');
  });
});

describe('a reviewed mapping', () => {
  test.each([
    ['is no JSON', written('{'), 'it is not JSON'],
    ['has no categories', written('{}'), 'categories is missing'],
    ['has another word', mapped({ category: 'A', as: 'page' }), 'categories, item 1, as'],
    [
      'names a category twice',
      mapped({ category: 'A', as: 'tag' }, { category: 'A', as: 'ignore' }),
      '“A” is there twice',
    ],
    [
      'names a section without a letter',
      mapped({ category: '!', as: 'section' }),
      'no section can be called “!”: it has neither',
    ],
    [
      'has a long name',
      mapped({ category: 'A', as: 'section', name: 'x'.repeat(81) }),
      'is too long (maximum is 80 characters)',
    ],
    [
      'spells a section in two ways',
      mapped({ category: 'A', as: 'section', name: 'Harbour' }, { category: 'B', as: 'section', name: 'harbour' }),
      '“Harbour” and “harbour” would have one address: call them the same',
    ],
    [
      'has too many sections',
      mapped(...Array.from({ length: 101 }, (_, at) => ({ category: `C${at}`, as: 'section' }))),
      'it has 101 sections, and there are 100 at most',
    ],
  ])('that %s is refused', (_, file, why) => {
    expect(refusal(file)).toContain(why);
  });

  test('that is not there is refused', () => {
    expect(refusal(join(folder, 'none.json'))).toContain('there is no such file');
  });

  const filing = () =>
    new Filing(
      readMapping(
        mapped(
          ...[
            { category: 'Boats', as: 'section', name: 'Harbour' },
            { category: 'Town', as: 'section' },
            { category: 'Lists', as: 'tag', name: 'list' },
            { category: 'Misc', as: 'ignore' },
          ],
        ),
      ),
    );

  test('files an article in the section of its first category that has one, and tags it by the others', () => {
    const by = filing();
    expect(by.file(articleIn('1', ['Misc', 'Boats', 'Town', 'Lists', 'Boats'], ['old', 'list']))).toEqual({
      section: 'Harbour',
      tagList: ['old', 'list', 'Town'],
    });
    expect(by.file(articleIn('2', ['Misc'], ['old']))).toEqual({ section: undefined, tagList: ['old'] });
    expect([...by.used]).toEqual([['Harbour', 'Boats']]);
  });

  test('must have all categories, because what is imported is not filed anew', () => {
    const of = (...names: string[]) => names.map((category) => ({ category }));
    expect(() => filing().requireAll(of('Boats', 'A', 'B', 'C', 'D'))).toThrow(
      '4 of the categories are not in it, such as “A”, “B”, “C”. Add them',
    );
    filing().requireAll(of('Boats', 'Misc'));
  });
});
