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

type After = ConstructorParameters<typeof CommandClient>[1];

const never: After = () => () => undefined;
/** A client whose tries end when `after` says so; by itself never, however slow the machine is. */
const connect = (urls: string, after: After = never) => {
  const client = new CommandClient(urls, after);
  clients.push(client);
  return client;
};

/** A command with so many milliseconds, of which none passes unless the clock says so. */
const command = (ms = 2800, now: () => number = () => 0) => ({
  name: 'post-comment',
  body: { body: 'x' },
  headers: { 'idempotency-key': 'k' },
  deadline: new Deadline(ms, now),
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

  test('ends when nothing is answered', async () => {
    const { url } = await service(undefined);
    const client = new CommandClient(url);
    clients.push(client);
    const deadline = new Deadline(700);
    await expect(client.send({ ...command(), deadline })).rejects.toMatchObject({ failure: 'timed out' });
    expect(deadline.left()).toBeLessThan(300);
  });

  test.each([
    [700, [700]],
    [1_400, [1_200]],
    [1_600, [1_200, 400]],
    [2_800, [1_200, 1_200]],
  ])('of %d ms gives its tries %j: never more than there are', async (ms, expected) => {
    let now = 0;
    const tries: number[] = [];
    const after: After = (given, expire) => {
      tries.push(given);
      setImmediate(() => {
        now += given;
        expire();
      });
      return () => undefined;
    };
    const { url } = await service(undefined);
    const sent = connect(url, after).send(command(ms, () => now));
    await expect(sent).rejects.toMatchObject({ failure: 'timed out' });
    expect(tries).toEqual(expected);
    expect(now).toBeLessThanOrEqual(ms);
  });
});
