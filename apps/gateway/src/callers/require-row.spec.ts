import { expect, test } from '@jest/globals';
import { requireRow } from './require-row.js';

test('the gateway does not start with a route that has no row in the policy', () => {
  expect(() => requireRow('DELETE', '/api/everything')).toThrow('the policy has no row for DELETE /api/everything');
  expect(() => requireRow(['GET', 'PATCH'], '/api/articles')).toThrow('PATCH /api/articles');
  expect(() => requireRow('HEAD', '/api/guests')).toThrow('HEAD /api/guests');
});

test('it starts if every route has a row; pages that describe the API need none', () => {
  expect(() => requireRow(['GET', 'HEAD', 'POST'], '/api/articles')).not.toThrow();
  expect(() => requireRow('GET', '/docs/swagger-ui.css')).not.toThrow();
});
