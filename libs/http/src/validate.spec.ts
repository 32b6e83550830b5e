import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { fieldErrors } from './validate.js';

test('errors name fields by their names, whatever these are', () => {
  const schema = z.record(z.string(), z.number());
  const { error } = schema.safeParse(JSON.parse('{"constructor": "x", "__proto__": "x", "toString": "x"}'));
  const errors = error && fieldErrors(error);
  expect(Object.keys(errors ?? {}).sort()).toEqual(['constructor', 'toString']);
});
