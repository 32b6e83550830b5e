import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ipv4Inside } from '#contracts/people/ipv4-inside.js';
import { holds, literalAddress, type Address, type Network } from '#contracts/people/network.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the request is from, as the trusted proxies say: the only answer to that. `ip` and `ips` are not to be used. */
    readonly clientAddress: Address;
  }
}

/** Proxies that an X-Forwarded-For is followed through; the rest of it is not read. */
export const mostProxies = 20;

/** Gives each request its `clientAddress`. @param trusted the proxies whose X-Forwarded-For is believed. */
export function tellClientAddress(fastify: FastifyInstance, trusted: readonly Network[]): void {
  fastify.decorateRequest('clientAddress', {
    getter(this: FastifyRequest) {
      return clientAddress(this.socket.remoteAddress, String(this.headers['x-forwarded-for'] ?? ''), trusted);
    },
  });
}

/**
 * Follows X-Forwarded-For from its end, where the nearest proxy wrote, as long as a trusted one wrote it. What is no address
 * counts as the proxy that wrote it: so nobody gets by a limit with it, or has a limit for each.
 * @param peer who holds the connection; undefined where they have gone.
 */
function clientAddress(peer: string | undefined, forwardedFor: string, trusted: readonly Network[]): Address {
  let address = literalAddress(peer ?? '') ?? unknown;
  let rest = forwardedFor;
  for (let proxies = 0; proxies < mostProxies && isIn(trusted, address); proxies += 1) {
    const comma = rest.lastIndexOf(',');
    const said = literalAddress(rest.slice(comma + 1));
    if (said === undefined) break;
    address = said;
    rest = rest.slice(0, Math.max(comma, 0));
  }
  // Only now: whoever comes from the 6to4 network of a proxy's address is not that proxy.
  return ipv4Inside(address);
}

/** Whether one of the networks has the address as it stands. */
export const isIn = (networks: readonly Network[], address: Address): boolean =>
  networks.some((network) => holds(network, address));

const unknown = literalAddress('::') as Address;
