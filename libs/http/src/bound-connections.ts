import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { ipv4Inside } from '#contracts/people/ipv4-inside.js';
import { literalAddress, type Network } from '#contracts/people/network.js';
import { addressGroup } from './address-group.js';
import { isIn } from './client-address.js';

/** Upper bound of connections of a process; further ones are closed at once. */
export const maxConnections = 10_000;

/** Upper bound of connections from one address, trusted proxies excepted, so that nobody takes all of them. */
export const maxConnectionsOfAddress = 1_000;

export interface ConnectionBounds {
  /** Addresses and networks that many people share. */
  trusted: readonly Network[];
  most?: number;
  maxOfAddress?: number;
}

/** Closes connections beyond the bounds when they are opened, before anything is read from them. */
export function boundConnections(
  server: Server,
  { trusted, most = maxConnections, maxOfAddress = maxConnectionsOfAddress }: ConnectionBounds,
): void {
  const open = new Map<string, number>();
  server.maxConnections = most;
  server.on('connection', (socket: Socket) => {
    const address = literalAddress(socket.remoteAddress ?? '');
    // The client has disconnected. Requests that it still sent would have no address, and pass every ban.
    if (address === undefined) return socket.destroy();
    if (isIn(trusted, address)) return;
    const group = addressGroup(ipv4Inside(address));
    const count = (open.get(group) ?? 0) + 1;
    if (count > maxOfAddress) return socket.destroy();
    open.set(group, count);
    socket.once('close', () => {
      const left = (open.get(group) ?? 1) - 1;
      if (left > 0) open.set(group, left);
      else open.delete(group);
    });
  });
}
