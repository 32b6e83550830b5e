import type { FastifyRequest } from 'fastify';
import { addressText, parseAddress } from '#contracts/people/network.js';

/** The address a request is from, as the proxies that are trusted say; undefined where they say none. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string | undefined {
  const address = parseAddress(ip);
  return address && addressText(address);
}
