import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gateways, send, signInAsAdmin } from '../e2e/api-client.js';
import { runHurl } from './run-hurl.js';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'realworld', 'hurl');
const whereShared = existsSync(shared) ? test : test.skip;

/** The files of the RealWorld suite that are promised to pass. */
const files = [
  ...['auth', 'errors_auth', 'profiles', 'errors_profiles'],
  ...['articles', 'errors_articles', 'tags', 'favorites', 'feed', 'pagination'],
  ...['comments', 'errors_comments', 'errors_authorization'],
];

/** RealWorld's rule is that any account publishes at once; here it is one that a site can have. */
async function publishedBy(publishing: 'editors' | 'everyone'): Promise<void> {
  const token = await signInAsAdmin();
  const { status, text } = await send('PATCH', '/api/site', JSON.stringify({ site: { publishing } }), { token });
  expect([status, text]).toEqual([200, expect.stringContaining(publishing)]);
}
beforeAll(() => publishedBy('everyone'));
afterAll(() => publishedBy('editors'));

for (const [index, host] of gateways.entries()) {
  whereShared.each(files)(`RealWorld: %s, asked of copy ${index + 1} of the gateway`, async (file) => {
    const uid = `${Date.now().toString(36)}${index}`;
    const run = await runHurl(readFileSync(join(shared, `${file}.hurl`), 'utf8'), { host, uid });
    expect(run.failures).toEqual([]);
    expect(run.requests).toBeGreaterThan(0);
  });
}
