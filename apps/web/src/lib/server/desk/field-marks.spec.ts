import { expect, test } from '@jest/globals';
import { leaveChanged, marksOf } from './field-marks.js';

const names = ['name', 'motto', 'rules'] as const;
const given = { name: 'Broadside', motto: '', rules: 'Be kind.\nBe short.' };
const left = (typed: object, marks = marksOf(given, names)) => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...given, ...typed, marks })) data.set(name, value);
  leaveChanged(data, names, 'marks');
  return [...data.keys()].filter((name) => name !== 'marks');
};

test('only what somebody has changed in a form is left in it, whatever a browser makes of line ends', () => {
  expect(left({})).toEqual([]);
  expect(left({ rules: 'Be kind.\r\nBe short.' })).toEqual([]);
  expect(left({ motto: 'All the news' })).toEqual(['motto']);
  expect(left({ name: '', rules: '' })).toEqual(['name', 'rules']);
});

test('a form without marks, or with forged ones, is left whole', () => {
  for (const marks of ['', 'forged', 'a b c d']) expect(left({}, marks)).toEqual([...names]);
});
