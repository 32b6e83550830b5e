import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CommandClient, NoAnswer } from './command-client.js';
import { Deadline } from './deadline.js';

const servers: Server[] = [];
const clients: CommandClient[] = [];

/** A service that gives these statuses in turn and then the last one for ever; undefined: it never answers. */
async function service(...statuses: (number | undefined)[]) {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    const status = statuses[Math.min(asked.length, statuses.length) - 1];
    if (status !== undefined) response.writeHead(status).end(JSON.stringify({ path: request.url }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const connect = (urls: string) => {
  const client = new CommandClient(urls);
  clients.push(client);
  return client;
};

const command = (ms = 2800) => ({
  name: 'post-comment',
  body: { body: 'x' },
  headers: { 'idempotency-key': 'k' },
  deadline: new Deadline(ms),
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await Promise.allSettled(clients.splice(0).map((client) => client.close()));
});

describe('giving a command to a service', () => {
  test('gives its answer, a refusal too', async () => {
    const { url } = await service(201, 422);
    const client = connect(url);
    expect(await client.send(command())).toEqual({ status: 201, body: { path: '/commands/post-comment' } });
    expect((await client.send(command())).status).toBe(422);
  });

  test('is done once more, by the same key, where the service was not ready', async () => {
    const { url, asked } = await service(503, 201);
    expect((await connect(url).send(command())).status).toBe(201);
    expect(asked.map((headers) => headers['idempotency-key'])).toEqual(['k', 'k']);
  });

  test('goes to another copy when one is gone', async () => {
    const { url } = await service(201);
    const client = connect(`http://127.0.0.1:1,${url}`);
    for (let round = 0; round < 3; round += 1) expect((await client.send(command())).status).toBe(201);
  });

  test('is given up after the second try', async () => {
    const { url, asked } = await service(503);
    await expect(connect(url).send(command())).rejects.toBeInstanceOf(NoAnswer);
    expect(asked).toHaveLength(2);
  });

  test('ends within its deadline when nothing is answered', async () => {
    const { url } = await service(undefined);
    const started = performance.now();
    await expect(connect(url).send(command(700))).rejects.toMatchObject({ failure: 'timed out' });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
