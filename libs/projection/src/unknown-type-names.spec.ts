import { expect, test } from '@jest/globals';
import { maxTypesNamed, UnknownTypeNames } from './unknown-type-names.js';

test('the first types are named as they are; all further ones are one', () => {
  const names = new UnknownTypeNames();
  const types = Array.from({ length: maxTypesNamed + 5 }, (_, index) => `Type${index}`);
  const named = types.map((type) => names.of(type));
  expect(named).toEqual([...types.slice(0, maxTypesNamed), ...types.slice(maxTypesNamed).map(() => 'other')]);
  expect(types.map((type) => names.of(type))).toEqual(named);
});

test.each(['', 'of two words', 'a"b', 'a\nb', '__proto__', '1st', 'x'.repeat(81), '{type="x"}'])(
  'text that does not look like a type is not shown: %j',
  (type) => expect(new UnknownTypeNames().of(type)).toBe('other'),
);
