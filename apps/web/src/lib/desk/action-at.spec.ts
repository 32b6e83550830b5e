import { expect, test } from '@jest/globals';
import { actionAt } from './action-at.js';

test.each([
  ['', '?/reinstate'],
  ['?offset=50', '?offset=50&/reinstate'],
  ['?offset=50&/reinstate', '?offset=50&/reinstate'],
  ['?/approve', '?/reinstate'],
])('a form of a list at %s is sent to %s', (query, action) => {
  expect(actionAt(new URL(`https://site.example/desk/addresses${query}`), 'reinstate')).toBe(action);
});
