import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { RawConnection } from '#testing/raw-connection.js';
import { boundConnections, type ConnectionBounds } from './bound-connections.js';

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

/** Connects and asks. @returns whether it was served. */
async function ask(): Promise<boolean> {
  const client = await RawConnection.to((server.address() as AddressInfo).port);
  clients.push(client);
  client.request('GET', '/');
  return eventually(() => client.received.includes('served') || client.ended !== undefined, { what: 'an end' }).then(
    () => client.received.includes('served'),
  );
}

test('one address has so many connections and no more; one that ends makes room', async () => {
  await serve({ trusted: [], mostOfAddress: 2 });
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
  clients[0]?.close();
  await eventually(ask, { what: 'room for another' });
});

test('a trusted proxy has more, up to what the process has', async () => {
  await serve({ trusted: ['10.0.0.0/8', '127.0.0.0/8'], mostOfAddress: 1, most: 3 });
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([true, true, true, false]);
});
