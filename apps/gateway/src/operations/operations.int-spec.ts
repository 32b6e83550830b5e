import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DescribedService } from '#operation/operation.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { saveProjectorProcess } from '#read-models/projector-process/save-projector-process.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { CommandClient } from '../commands/command-client.js';
import { describedWithinMs, Operations } from './operations.js';
import { OperationsAnswer } from './operations.answers.js';

const described: DescribedService = {
  ...{ version: '0.1.0+a', ready: true, checks: { database: 'ok' }, sets: [] },
  outbox: { waiting: 2, republished: 0, oldestSeconds: 0.5 },
  deadLetters: [{ id: 't/0/1', set: 's', topic: 't', stream: null, reason: 'x', at: '2026-01-02T03:04:05.000Z' }],
};
const servers: Server[] = [];
const clients: CommandClient[] = [];
let database: TestDatabase;
beforeAll(async () => (database = await createReadModels()));
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  for (const server of servers) server.close().closeAllConnections();
  await database.drop();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
function client(...urls: string[]): CommandClient {
  const made = new CommandClient(urls.join(','), Buffer.alloc(32, 1));
  clients.push(made);
  return made;
}
const health = { readiness: () => Promise.resolve({ ready: true, checks: { Redis: 'ok; away' } }) };
const ask = async (services: Record<string, CommandClient>, readSet = defaultReadSet) => {
  const parts = { pool: database.pool, readSet, services, health, version: '0.1.0+g' };
  return OperationsAnswer.parse(await new Operations(parts).now({ 'x-client-address': '192.0.2.1' }));
};

test('each replica is asked; one that is away, hangs or is older hides nothing of the others', async () => {
  const tells = await serve((request, response) => {
    response.writeHead(request.url === '/commands/describe-operation' ? 200 : 404).end(JSON.stringify(described));
  });
  const older = await serve((_, response) => response.writeHead(404).end('{}'));
  const hangs = await serve(() => undefined);
  const away = 'http://127.0.0.1:1';
  const began = performance.now();
  const now = await ask({ users: client(away, tells, older), comments: client(hangs) });
  expect(performance.now() - began).toBeLessThan(describedWithinMs + 1_000);
  expect(now.services).toMatchObject([
    { name: 'users', url: away, ready: false, version: null, why: 'no connection' },
    { name: 'users', url: tells, ready: true, version: '0.1.0+a' },
    { name: 'users', url: older, ready: false, version: null, why: 'it answered 404' },
    { name: 'comments', url: hangs, ready: false, version: null, why: 'timed out' },
    { name: 'projector', ready: false, why: 'it has told nothing for an hour' },
    { name: 'gateway', ready: true, version: '0.1.0+g', why: 'Redis: ok; away' },
  ]);
  expect(now.outbox).toEqual([{ service: 'users', ...described.outbox }]);
  expect(now.deadLetters).toEqual(described.deadLetters);
  expect(now.unknown).toEqual([{ what: 'the outbox of comments', why: 'no replica of it has told' }]);
});

test('the projector tells by rows; who falls silent counts as away', async () => {
  const told = { processId: randomUUID(), host: 'one', version: '0.1.0+p', ready: true, checks: {}, lag: 7 };
  await saveProjectorProcess(database.pool, told);
  await saveProjectorProcess(database.pool, { ...told, processId: randomUUID(), host: 'two', lag: undefined });
  const late = `UPDATE projector_process SET seen_at = now() - interval '40 seconds' WHERE host = 'two'`;
  await database.pool.query(late);
  const { services, projections } = await ask({});
  expect(services.slice(0, 2)).toMatchObject([
    { name: 'projector', host: 'one', ready: true, version: '0.1.0+p' },
    { name: 'projector', host: 'two', ready: false, why: expect.stringMatching(/^it was last heard of 4\d s ago$/) },
  ]);
  expect(projections).toMatchObject([{ name: defaultReadSet, lag: 7, haltedStreams: 0, parked: [] }]);
});

test('what cannot be read says why', async () => {
  const { unknown, projections } = await ask({}, 'read_v9');
  expect(projections).toEqual([]);
  expect(unknown).toEqual([{ what: 'the read models', why: expect.stringContaining('read_v9') }]);
});
