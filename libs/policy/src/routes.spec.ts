import { expect, test } from '@jest/globals';
import { policy } from './policy.js';
import { allMethods, methodsOf, ruleOfRoute } from './routes.js';

test('every route of the policy is found by its path, with its method', () => {
  for (const row of Object.keys(policy)) {
    const [method, route = ''] = row.split(' ');
    expect([row, methodsOf(route.replaceAll(/:\w+/g, 'caf%C3%A9'))]).toEqual([row, expect.arrayContaining([method])]);
  }
  expect([...allMethods].sort()).toEqual(['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT']);
});

test.each([
  ['/api/me/nick', ['PUT', 'DELETE']],
  ['/api/user', ['GET', 'HEAD', 'PUT']],
  ['/api/articles/x', ['GET', 'HEAD', 'PUT', 'DELETE']],
  ['/api/articles/x/y', []],
  ['/api/articles/', []],
  ['/wellxknown/jwks.json', []],
])('%s has %j', (path, methods) => expect(methodsOf(path)).toEqual(methods));

test('HEAD has the rule of GET, and no other', () => {
  expect(ruleOfRoute('HEAD', '/api/held-comments')).toBe(policy['GET /api/held-comments']);
  expect(ruleOfRoute('HEAD', '/api/me/keep')).toBeUndefined();
});
