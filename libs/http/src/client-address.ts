import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ipv4Inside } from '#contracts/people/ipv4-inside.js';
import { holds, literalAddress, type Address, type Network } from '#contracts/people/network.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The address of the client, as reported by trusted proxies. Use only this; do not use Fastify's `ip` and `ips`. */
    readonly clientAddress: Address;
  }
}

/** Upper bound of proxies in an X-Forwarded-For that are followed; the rest is not read. */
export const maxProxies = 20;

/** Gives each request its `clientAddress`. @param trusted the proxies whose X-Forwarded-For is trusted. */
export function tellClientAddress(fastify: FastifyInstance, trusted: readonly Network[]): void {
  fastify.decorateRequest('clientAddress', {
    getter(this: FastifyRequest) {
      return clientAddress(this.socket.remoteAddress, String(this.headers['x-forwarded-for'] ?? ''), trusted);
    },
  });
}

/**
 * Follows X-Forwarded-For from its end, where the nearest proxy wrote, as long as a trusted proxy wrote the entry. An entry
 * that is no address counts as the address of the proxy that wrote it, so that nobody can use it to escape a limit or to get
 * several.
 * @param peer the address of the connection; undefined if the client has disconnected.
 */
function clientAddress(peer: string | undefined, forwardedFor: string, trusted: readonly Network[]): Address {
  let address = literalAddress(peer ?? '') ?? unknown;
  let rest = forwardedFor;
  for (let proxies = 0; proxies < maxProxies && isIn(trusted, address); proxies += 1) {
    const comma = rest.lastIndexOf(',');
    const said = literalAddress(rest.slice(comma + 1));
    if (said === undefined) break;
    address = said;
    rest = rest.slice(0, Math.max(comma, 0));
  }
  // Unwrapped only after the check: a client in the 6to4 network of a proxy's address is not that proxy.
  return ipv4Inside(address);
}

/** Whether a trusted proxy opened the connection: then its headers on the client are believed. */
export function isFromProxy({ socket }: IncomingMessage, trusted: readonly Network[]): boolean {
  const peer = literalAddress(socket.remoteAddress ?? '');
  return peer !== undefined && isIn(trusted, peer);
}

/** Whether one of the networks contains the address as it is written. */
export const isIn = (networks: readonly Network[], address: Address): boolean =>
  networks.some((network) => holds(network, address));

const unknown = literalAddress('::') as Address;
