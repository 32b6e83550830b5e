import type { Server } from 'node:http';
import { BlockList, isIPv6, type Socket } from 'node:net';

/** Connections of a process at most; the next are ended at once. */
export const mostConnections = 10_000;

/** Connections from one address at most, trusted proxies apart: nobody takes all of them. */
export const mostConnectionsOfAddress = 1_000;

export interface ConnectionBounds {
  /** Addresses and networks that many people come from. */
  trusted: readonly string[];
  most?: number;
  mostOfAddress?: number;
}

/** Ends connections beyond the bounds as they come, before anything is read of them. */
export function boundConnections(
  server: Server,
  { trusted, most = mostConnections, mostOfAddress = mostConnectionsOfAddress }: ConnectionBounds,
): void {
  const open = new Map<string, number>();
  const proxies = listOf(trusted);
  server.maxConnections = most;
  server.on('connection', (socket) => {
    const address = addressOf(socket);
    // It has gone already.
    if (address === undefined) return;
    if (proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > mostOfAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/** An IPv4 address in its own form, an IPv6 one without its zone. */
const addressOf = ({ remoteAddress }: Socket) => remoteAddress?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*/, '');

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
