import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientFrom } from './client-from.js';
import { textsThatMultiply } from './texts-that-multiply.js';

/** How often each status came; 0 is no answer. */
export type Statuses = Record<number, number>;

async function tally(requests: Promise<{ status: number }>[]): Promise<Statuses> {
  const statuses: Statuses = {};
  for (const { status } of await Promise.all(requests.map((each) => each.catch(() => ({ status: 0 })))))
    statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}

/** Sends this many requests, this many of them at once. */
async function inTurns<Item>(items: Item[], atOnce: number, ask: (item: Item) => Promise<{ status: number }>) {
  const waiting = [...items];
  const answers: Promise<{ status: number }>[] = [];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const answer = ask(item);
      answers.push(answer);
      await answer.catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return tally(answers);
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A guest posts texts that multiply, and others of the greatest length. */
export async function guestTypes(client: ClientFrom, slug: string): Promise<Statuses> {
  const token = await client.guest('Multiplier');
  const bodies = [...textsThatMultiply, ...times(80).map((index) => `${index} ${'& '.repeat(4_990)}`)];
  return inTurns(bodies, 8, (body) =>
    client.send('POST', `/api/articles/${slug}/comments`, { comment: { body, format: 'markdown' } }, { token }),
  );
}

/** Requests the attacked thread again and again, many times at once; 503 is an expected answer. */
export async function manyRead(client: ClientFrom, slug: string): Promise<Statuses> {
  return inTurns(times(60), 12, () => client.glance(`/api/articles/${slug}/comments`));
}

/** An account with a growing history: profiles of the greatest size, followings, sign-ins. */
export async function accountGrows(client: ClientFrom, name: string): Promise<Statuses> {
  const user = { username: name, email: `${name}@example.org`, password: 'correct horse battery' };
  const registered = await client.send('POST', '/api/users', { user });
  const { token } = registered.body['user'] as { token: string };
  const image = `https://pictures.example/${'x'.repeat(1_900)}`;
  const changes = await inTurns(times(60), 4, (index) =>
    client.send('PUT', '/api/user', { user: { image: `${image}${index}`, bio: 'b'.repeat(5_000) } }, { token }),
  );
  const signIns = await inTurns(times(12), 3, () => client.send('POST', '/api/users/login', { user }));
  return { ...changes, ...signIns };
}

/** Strangers send large bodies to routes that they may not use. */
export async function strangersSendBodies(client: ClientFrom): Promise<Statuses> {
  const people = times(20_000).map((index) => ({ name: `n${index}`.repeat(20), firstSeenAt: '2020-01-01T00:00:00Z' }));
  const body = JSON.stringify({ source: 'x', people });
  return inTurns(times(30), 3, () => client.send('POST', '/api/imports/people', body));
}

/** Opens connections without sending a request; @returns how many were opened. */
export async function connectionsThatNeverEnd(localAddress: string, gateway: string, until: AbortSignal) {
  const { port, hostname } = new URL(gateway);
  const beginnings = [
    'POST /api/guests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{',
    'GET /api/articles HTTP/1.1\r\nHost: x\r\nX-A: ',
    'POST /api/articles/x/comments HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n1\r\n{\r\n',
  ];
  const sockets = times(90).map((index) => {
    const socket = connect({ port: Number(port), host: hostname, localAddress });
    socket.on('error', () => undefined).write(beginnings[index % beginnings.length] ?? '');
    return socket;
  });
  while (!until.aborted) await delay(200);
  for (const socket of sockets) socket.destroy();
  return sockets.length;
}
