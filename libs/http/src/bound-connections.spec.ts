import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createNetServer, Socket, type AddressInfo, type Server as NetServer } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { RawConnection } from '#testing/raw-connection.js';
import { literalNetwork, type Network } from '#contracts/people/network.js';
import { boundConnections, type ConnectionBounds } from './bound-connections.js';

const networks = (...texts: string[]) => texts.map(literalNetwork) as Network[];
let server: Server;
const clients: RawConnection[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  server.closeAllConnections();
  server.close();
});

async function serve(bounds: ConnectionBounds): Promise<void> {
  server = createServer((_request, response) => response.end('served'));
  boundConnections(server, bounds);
  await once(server.listen(0, '127.0.0.1'), 'listening');
}

/** Connects and sends a request. @returns whether it was served. */
async function ask(): Promise<boolean> {
  const client = await RawConnection.to((server.address() as AddressInfo).port);
  clients.push(client);
  client.request('GET', '/');
  return eventually(() => client.received.includes('served') || client.ended !== undefined, { what: 'an end' }).then(
    () => client.received.includes('served'),
  );
}

test('the connections of one address are limited; a closed one makes room', async () => {
  await serve({ trusted: [], maxOfAddress: 2 });
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
  clients[0]?.close();
  await eventually(ask, { what: 'room for another' });
});

test('a trusted proxy is limited only by the bound of the process', async () => {
  await serve({ trusted: networks('10.0.0.0/8', '127.0.0.0/8'), maxOfAddress: 1, most: 3 });
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([true, true, true, false]);
});

const comesFrom = (on: NetServer, remoteAddress: string | undefined) => {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  on.emit('connection', socket);
  return !socket.destroyed;
};

test('all forms of an address count as one, and so do the addresses of a /64 network', () => {
  const here = createNetServer();
  boundConnections(here as Server, { trusted: networks('10.0.0.0/8'), maxOfAddress: 1 });
  const came = [
    '203.0.113.7',
    '::ffff:203.0.113.7',
    '2002:cb00:7107::1',
    '2001:db8::1',
    '2001:db8::2',
    '2001:db8:0:1::1',
  ];
  expect(came.map((address) => comesFrom(here, address))).toEqual([true, false, false, true, false, true]);
  expect(['10.0.0.1', '::ffff:10.0.0.1', '10.0.0.1'].map((address) => comesFrom(here, address))).not.toContain(false);
  expect(['2002:a00:1::1', '2002:a00:1::2'].map((address) => comesFrom(here, address))).toEqual([true, false]);
});

test('nothing is read from a connection that ended before its address was known', () => {
  const here = createNetServer();
  boundConnections(here as Server, { trusted: [] });
  expect(comesFrom(here, undefined)).toBe(false);
});
