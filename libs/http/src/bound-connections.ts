import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { ipv4Inside } from '#contracts/people/ipv4-inside.js';
import { literalAddress, type Network } from '#contracts/people/network.js';
import { addressGroup } from './address-group.js';
import { isIn } from './client-address.js';

/** Connections of a process at most; the next are ended at once. */
export const mostConnections = 10_000;

/** Connections from one address at most, trusted proxies apart: nobody takes all of them. */
export const mostConnectionsOfAddress = 1_000;

export interface ConnectionBounds {
  /** Addresses and networks that many people come from. */
  trusted: readonly Network[];
  most?: number;
  mostOfAddress?: number;
}

/** Ends connections beyond the bounds as they come, before anything is read of them. */
export function boundConnections(
  server: Server,
  { trusted, most = mostConnections, mostOfAddress = mostConnectionsOfAddress }: ConnectionBounds,
): void {
  const open = new Map<string, number>();
  server.maxConnections = most;
  server.on('connection', (socket: Socket) => {
    const address = literalAddress(socket.remoteAddress ?? '');
    // It has gone already. What it still sent would come from nowhere, past every ban.
    if (address === undefined) return socket.destroy();
    if (isIn(trusted, address)) return;
    const group = addressGroup(ipv4Inside(address));
    const count = (open.get(group) ?? 0) + 1;
    if (count > mostOfAddress) return socket.destroy();
    open.set(group, count);
    socket.once('close', () => {
      const left = (open.get(group) ?? 1) - 1;
      if (left > 0) open.set(group, left);
      else open.delete(group);
    });
  });
}
