import { expect, test } from '@jest/globals';
import { requireRow } from './require-row.js';

test('a route without a row of the policy stops the gateway from starting', () => {
  expect(() => requireRow('DELETE', '/api/everything')).toThrow('the policy has no row for DELETE /api/everything');
  expect(() => requireRow(['GET', 'PATCH'], '/api/articles')).toThrow('PATCH /api/articles');
  expect(() => requireRow('HEAD', '/api/guests')).toThrow('HEAD /api/guests');
});

test('one with a row does not, nor do the pages that describe the API', () => {
  expect(() => requireRow(['GET', 'HEAD', 'POST'], '/api/articles')).not.toThrow();
  expect(() => requireRow('GET', '/docs/swagger-ui.css')).not.toThrow();
});
