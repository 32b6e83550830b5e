import { describe } from '@jest/globals';

const url = process.env['TEST_REDIS_URL'] ?? process.env['E2E_REDIS_URL'];

/** The Redis of the test run. */
export function testRedisUrl(): string {
  if (url === undefined) throw new Error('TEST_REDIS_URL is missing: run the tests with `npm run test:int`');
  return url;
}

/** For tests that need Redis; without it they are skipped, and counted as skipped. */
export const describeWithRedis = url === undefined ? describe.skip : describe;
