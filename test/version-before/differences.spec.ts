import { expect, test } from '@jest/globals';
import { differences } from './differences.js';

const before = [
  { id: 1, partition: 0, name: 'Ann', tags: ['a'] },
  { id: 1, partition: 1, name: 'Bo', tags: [] },
];
const of = (now: object[]) => differences('people', ['id', 'partition'], before, now as never);

test('another order of rows, or a new column, is no difference', () => {
  expect(of(before.toReversed().map((row) => ({ more: null, ...row })))).toEqual([]);
});

test('a changed value is reported with its row, its column and both values', () => {
  expect(
    of([
      { ...before[0], tags: ['b'] },
      { ...before[1], name: undefined },
    ]),
  ).toEqual([
    'people id=1 partition=0: tags was ["a"] and is ["b"]',
    'people id=1 partition=1: name was "Bo" and is nothing',
  ]);
});

test('a missing or additional row is reported', () => {
  expect(of([before[0] ?? {}, { id: 2, partition: 0 }])).toEqual([
    'people id=1 partition=1 is missing: {"id":1,"partition":1,"name":"Bo","tags":[]}',
    'people id=2 partition=0 was not there: {"id":2,"partition":0}',
  ]);
});
