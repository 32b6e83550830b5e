import { expect, test } from '@jest/globals';
import { codeVersionOf } from './code-version.js';

test('replicas have the same version, other services another', () => {
  expect(codeVersionOf('users')).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  expect(codeVersionOf('users')).toBe(codeVersionOf('users'));
  expect(codeVersionOf('users')).not.toBe(codeVersionOf('articles'));
});
