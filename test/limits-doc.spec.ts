import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { limits } from './limits.js';

/** Rows of the page: name, upper bound. */
function rowsOf(page: string): Record<string, string> {
  const rows = new Map<string, string>();
  for (const line of page.split('\n').filter((each) => each.startsWith('|') && !/^\|[\s|:-]+\|$/.test(each))) {
    const [, what = '', most = ''] = line.split('|').map((cell) => cell.trim());
    if (what !== 'what') rows.set(what, most);
  }
  return Object.fromEntries(rows);
}

test('docs/limits.md agrees with the code on every upper bound', () => {
  const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'limits.md'), 'utf8');
  expect(rowsOf(page)).toEqual(limits());
});
