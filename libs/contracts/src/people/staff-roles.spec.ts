import { expect, test } from '@jest/globals';
import { lacksSecondFactor, rolesInForce } from './staff-roles.js';

test.each([
  ['nobody', false, ['reader', 'admin'], ['reader', 'admin']],
  ['staff', true, ['reader', 'admin'], ['reader', 'admin']],
  ['staff', false, ['reader', 'admin'], ['reader']],
  ['staff', false, ['reader', 'contributor', 'editor', 'moderator'], ['reader', 'contributor']],
  ['staff', false, ['reader', 'contributor'], ['reader', 'contributor']],
] as const)('required of %s, with a second factor: %s: of %j there are %j', (requiredOf, has, roles, left) => {
  expect(rolesInForce(roles, has, requiredOf)).toEqual(left);
  expect(lacksSecondFactor(roles, has, requiredOf)).toBe(roles.length > left.length);
});
