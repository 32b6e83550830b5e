import { expect, test } from '@jest/globals';
import { holds, valueAt } from './holds.js';
import { parseHurl } from './parse-hurl.js';

test.each([
  ['a', '== "a"'],
  [null, '== null'],
  [[], 'isEmpty'],
  [[1, 2], 'count == 2'],
  [[1, 2], 'count >= 1'],
  [['x'], 'contains "x"'],
  ['2026-01-02T', 'matches "^\\\\d{4}-"'],
  [undefined, 'not exists'],
  ['a', 'not isEmpty'],
  [7, 'isInteger'],
])('%j: %s', (value, predicate) => {
  expect(holds(value, predicate)).toBe(true);
  expect(holds({ other: 1 }, predicate)).toBe(predicate === 'not isEmpty');
});

test('a path leads to a value or to none', () => {
  const document = { errors: { body: ['blank'] } };
  expect(valueAt(document, '$.errors.body[0]')).toBe('blank');
  expect(valueAt(document, '$.errors.title[0]')).toBeUndefined();
});

test('a file is parsed into requests with their assertions', () => {
  const text =
    '# Greet\nPOST {{host}}/hi\nA: b\n{\n  "x": {}\n}\nHTTP 201\n[Asserts]\njsonpath "$.a" == 1\n[Captures]\nc: jsonpath "$.d"\n';
  expect(parseHurl(text)).toEqual([
    {
      ...{ title: 'Greet', method: 'POST', url: '{{host}}/hi', headers: [['A', 'b']], body: '{\n  "x": {}\n}' },
      ...{ status: 201, asserts: [{ path: '$.a', predicate: '== 1' }], captures: [{ name: 'c', path: '$.d' }] },
    },
  ]);
  expect(() => parseHurl('GET /x\nHTTP 200\n[Asserts]\nxpath "/" exists')).toThrow('not understood');
});
