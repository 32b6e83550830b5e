import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nameSkeleton } from './name-skeleton.js';

test.each([
  ['admin', 'аdmіn'],
  ['admin', 'Ádmïn'],
  ['admin', 'a.d_m i-n'],
  ['admin', 'adm1n'],
  ['admin', 'adrnin'],
  ['Wilma', 'VViIma'],
  ['moderator', 'm0derаtоr'],
])('%s and %s look alike', (one, other) => expect(nameSkeleton(other)).toBe(nameSkeleton(one)));

test.each([
  ['admin', 'adman'],
  ['admin', 'admin2'],
  ['editor', 'editors'],
  ['Тове', 'Саша'],
])('%s and %s do not', (one, other) => expect(nameSkeleton(other)).not.toBe(nameSkeleton(one)));

const shared = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'inputs', 'hostile');
const whereShared = existsSync(shared) ? test : test.skip;

whereShared('every collected look-alike of a name of the staff looks like it', () => {
  const names = JSON.parse(readFileSync(join(shared, 'lookalike-names.json'), 'utf8')) as string[];
  const staff = ['admin', 'moderator', 'editor', 'support', 'root', 'system', 'anonymous', 'guest'].map(nameSkeleton);
  expect(names.filter((name) => !staff.includes(nameSkeleton(name)))).toEqual([]);
});
