import { expect, test } from '@jest/globals';
import { parsePreferences } from './preferences.js';

test.each([
  ['theme=dark&view=tree&order=newest', { theme: 'dark', view: 'tree', order: 'newest' }],
  ['theme=purple&view=tree', { view: 'tree' }],
  ['back=/x&theme=light', { theme: 'light' }],
  ['__proto__=1&constructor=2', {}],
  ['', {}],
])('of %j, what is known is %j', (text, preferences) => {
  expect(parsePreferences(text)).toEqual(preferences);
});
