import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { TestedSite } from './tested-site.suite.js';

let site: TestedSite;
afterEach(() => site.close());

const before = async (gateway: RequestListener) => (site = await TestedSite.before([gateway]));

describe('a stream', () => {
  const begin: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write('data: 1\n\n');
  };

  test('comes as it comes, with the id to resume from, and ends at the gateway when its reader leaves', async () => {
    const left = Promise.withResolvers<void>();
    let id: unknown;
    await before((request, response) => {
      id = request.headers['last-event-id'];
      begin(request, response);
      response.once('close', () => left.resolve());
    });
    const client = await site.connect();
    client.request('GET', '/api/articles/x/live', { 'last-event-id': '17' });
    await client.receives('data: 1');
    client.close();
    await left.promise;
    expect(id).toBe('17');
  });

  test('is cut when the site stops, which does not wait for it', async () => {
    await before(begin);
    const client = await site.connect();
    client.request('GET', '/api/articles/x/live');
    await client.receives('data: 1');
    await site.stopServing();
    await client.ends(1_000);
  });
});
