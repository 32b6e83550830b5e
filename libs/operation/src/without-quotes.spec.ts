import { expect, test } from '@jest/globals';
import { withoutQuotes } from './without-quotes.js';

test.each([
  ['error: invalid input syntax for type uuid: "Ada Lovelace"', 'error: invalid input syntax for type uuid: “…”'],
  [
    'error: null value in column "title" of relation "article_page"',
    'error: null value in column "title" of relation "article_page"',
  ],
  [
    `SyntaxError: Unexpected token 'A', "Ada Lovel"... is not valid JSON`,
    'SyntaxError: Unexpected token “…”, “…”... is not valid JSON',
  ],
  [
    "TypeError: Cannot read properties of undefined (reading 'slug')",
    "TypeError: Cannot read properties of undefined (reading 'slug')",
  ],
  ['column "Ada Lovelace"', 'column “…”'],
  ['type uuid: "never closed\nAda', 'type uuid: “…”'],
  ['invalid input syntax for type json: "x" said Ada "y"', 'invalid input syntax for type json: “…”'],
  ['no event', 'no event'],
])('a reason says why, and nothing of what somebody wrote: %s', (reason, told) => {
  expect(withoutQuotes(reason)).toBe(told);
});

test('a reason is cut', () => expect(withoutQuotes('x'.repeat(2_000))).toHaveLength(500));
