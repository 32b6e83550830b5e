import { expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describePolicy } from './policy-in-openapi.js';

/** The documented statuses of a route that documents only 200 itself. */
function told(method: 'get' | 'post' | 'patch' | 'delete', path: string): string[] {
  const operation = { responses: { 200: { description: 'Fine' } } };
  const described = describePolicy({ paths: { [path]: { [method]: operation } } } as unknown as OpenAPIObject);
  return Object.keys(described.paths[path]?.[method]?.responses ?? {});
}

test.each([
  ['get', '/api/site', ['200', '400', '429', 'default']],
  ['get', '/api/articles', ['200', '400', '401', '429', 'default']],
  ['get', '/api/articles/{slug}/comments', ['200', '400', '401', '404', '429', 'default']],
  ['get', '/api/held-comments', ['200', '400', '401', '403', '429', 'default']],
  ['post', '/api/guests', ['200', '400', '403', '413', '415', '429', 'default']],
  ['patch', '/api/site', ['200', '400', '401', '403', '413', '415', '429', 'default']],
  ['delete', '/api/me/nick', ['200', '400', '401', '413', '415', '429', 'default']],
  ['get', '/health/ready', ['200', 'default']],
] as const)('the refusals of %s %s are documented', (method, path, statuses) => {
  expect(told(method, path)).toEqual(statuses);
});
