import { expect, test } from '@jest/globals';
import { FormerSlug } from './why-missing.js';

test.each([
  ['/api/articles/once', '/api/articles/it%20is'],
  ['/api/articles/once/comments?order=tree&after=7', '/api/articles/it%20is/comments?order=tree&after=7'],
])('who asked for %s by a former slug is sent to %s', (asked, location) => {
  expect(new FormerSlug('it is').under(asked).headers).toEqual({ Location: location, 'Cache-Control': 'no-cache' });
});
