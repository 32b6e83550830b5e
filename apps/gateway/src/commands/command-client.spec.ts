import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { CommandClient, NoAnswer, requestsPerConnection } from './command-client.js';
import { Deadline } from '../consistency/deadline.js';
import { refusalOf } from './refusal-of.js';

const key = Buffer.alloc(32, 1);
const servers: Server[] = [];
const clients: CommandClient[] = [];

/** A service that answers with these statuses in turn, then always with the last one; undefined: it never answers. */
async function service(...statuses: (number | undefined)[]) {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    const status = statuses[Math.min(asked.length, statuses.length) - 1];
    const headers = status === 429 ? { 'retry-after': '7' } : {};
    if (status !== undefined) response.writeHead(status, headers).end(JSON.stringify({ path: request.url }));
  });
  return { url: await listen(server), asked };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type After = ConstructorParameters<typeof CommandClient>[2];

const never: After = () => () => undefined;
/** A client whose tries time out when `after` fires; by default never, however slow the machine is. */
const connect = (urls: string, after: After = never) => {
  const client = new CommandClient(urls, key, after);
  clients.push(client);
  return client;
};

/** A command with this many milliseconds; they pass only if the clock is moved. */
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

describe('sending a command to a service', () => {
  test('opens a new connection now and then, so that all addresses behind one name are used', async () => {
    const server = createServer((_request, response) => response.writeHead(201).end('{}'));
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const client = connect(await listen(server));
    for (let sent = 0; sent < 3 * requestsPerConnection; sent += 1) {
      expect((await client.send(command())).status).toBe(201);
    }
    expect(connections).toBeGreaterThanOrEqual(3);
    expect(connections).toBeLessThanOrEqual(4);
  });

  test('returns its answer, also a refusal', async () => {
    const { url } = await service(201, 422);
    const client = connect(url);
    expect(await client.send(command())).toEqual({ status: 201, body: { path: '/commands/post-comment' } });
    expect((await client.send(command())).status).toBe(422);
  });

  test('returns its Retry-After', async () => {
    const { url } = await service(429);
    const answer = await connect(url).send(command());
    expect(refusalOf(answer).headers).toEqual({ 'Retry-After': '7' });
  });

  test('sends it once more, with the same key, if the service was not ready', async () => {
    const { url, asked } = await service(503, 201);
    expect((await connect(url).send(command())).status).toBe(201);
    expect(asked.map((headers) => headers['idempotency-key'])).toEqual(['k', 'k']);
  });

  test('does not send it again after a refusal of the command itself', async () => {
    const { url, asked } = await service(500, 201);
    expect((await connect(url).send(command())).status).toBe(500);
    expect(asked).toHaveLength(1);
  });

  test('uses another replica if one is gone', async () => {
    const { url } = await service(201);
    const client = connect(`http://127.0.0.1:1,${url}`);
    for (let round = 0; round < 3; round += 1) expect((await client.send(command())).status).toBe(201);
  });

  test('loses none of many concurrent commands if one of two replicas is gone', async () => {
    const { url } = await service(201);
    const client = connect(`http://127.0.0.1:1,${url}`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.send(command())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  });

  test('waits for a replica that is back in half a second', async () => {
    const { url } = await service(201);
    const gone = servers.pop() as Server;
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const sent = connect(`http://127.0.0.1:1,${url}`).send(command());
    await pause(500);
    gone.listen(port, '127.0.0.1');
    servers.push(gone);
    expect((await sent).status).toBe(201);
  });

  test('fails if no replica can be reached', async () => {
    const sent = connect('http://127.0.0.1:1').send(command());
    await expect(sent).rejects.toMatchObject({ failure: 'no connection' });
  });

  test('uses the other replica if the connection is closed under it', async () => {
    const { url } = await service(201);
    let ended = 0;
    const ending = createServer((request) => {
      ended += 1;
      request.socket.resetAndDestroy();
    });
    const client = connect(`${await listen(ending)},${url}`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.send(command())));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(ended).toBeGreaterThan(0);
  });

  test('fails after the second try', async () => {
    const { url, asked } = await service(503);
    await expect(connect(url).send(command())).rejects.toBeInstanceOf(NoAnswer);
    expect(asked).toHaveLength(2);
  });

  test('ends if the service never answers', async () => {
    const { url } = await service(undefined);
    const client = new CommandClient(url, key);
    clients.push(client);
    const deadline = new Deadline(700);
    await expect(client.send({ ...command(), deadline })).rejects.toMatchObject({ failure: 'timed out' });
    expect(deadline.left()).toBeLessThan(300);
  });

  test('a command that timed out while it waited for a connection costs no connection', async () => {
    const held: ServerResponse[] = [];
    let connections = 0;
    const server = createServer((_request, response) => held.push(response)).on('connection', () => (connections += 1));
    const url = await listen(server);
    let now = 0;
    const expire: (() => void)[] = [];
    const client = connect(url, (_ms, act) => {
      expire.push(act);
      return () => undefined;
    });
    const asHeld = (count: number) => eventually(() => held.length === count, { what: 'so many requests' });
    const sent = Array.from({ length: 40 }, () => client.send(command(700, () => now)));
    const late = Promise.allSettled(sent.slice(32));
    await asHeld(32);
    now = 700;
    for (const act of expire.slice(32)) act();
    expect((await late).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'rejected'));
    const answerAll = () => held.splice(0).forEach((response) => response.end('{}'));
    answerAll();
    await Promise.all(sent.slice(0, 32));
    const next = Array.from({ length: 32 }, () => client.send(command()));
    await asHeld(32);
    answerAll();
    expect((await Promise.all(next)).map(({ status }) => status)).toEqual(Array.from({ length: 32 }, () => 200));
    expect(connections).toBe(32);
  });

  test('a command that timed out in the middle of its answer fails with that reason', async () => {
    const server = createServer((_request, response) => void response.write('{"path":'));
    let expire: () => void = () => undefined;
    let now = 0;
    const client = connect(await listen(server), (_ms, act) => {
      expire = act;
      return () => undefined;
    });
    server.on('request', () =>
      setImmediate(() => {
        now = 700;
        expire();
      }),
    );
    await expect(client.send(command(700, () => now))).rejects.toMatchObject({ failure: 'timed out' });
  });

  test.each([
    [700, [700]],
    [1_400, [1_200]],
    [1_600, [1_200, 400]],
    [2_800, [1_200, 1_200]],
  ])('of %d ms gives its tries %j: never more than is left', async (ms, expected) => {
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
