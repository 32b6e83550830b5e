import { expect, test } from '@jest/globals';
import { factsOf } from './facts.js';

test('code points and links are counted', () => {
  expect(factsOf('👍 see https://a.example and www.b.example')).toEqual({ codePoints: 41, links: 2 });
  expect(factsOf('nothing here')).toEqual({ codePoints: 12, links: 0 });
});
