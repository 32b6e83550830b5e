import type { FastifyRequest } from 'fastify';
import { env } from './env.js';
import { isIn } from '#http/client-address.js';
import { literalAddress } from '#contracts/people/network.js';

/** `http` or `https`, and host and port: how the client reached us, as trusted proxies say. */
export interface Origin {
  protocol: 'http' | 'https';
  host: string;
}

const nowhere = 'localhost';

/** A host with an optional port; anything else would become part of addresses on the page. */
const wellFormed = /^(?:[a-z\d.-]+|\[[a-f\d:.]+\])(?::\d{1,5})?$/i;

const firstOf = (header: string | string[] | undefined) =>
  String(header ?? '')
    .split(',')[0]
    ?.trim() ?? '';

/** X-Forwarded-Proto and X-Forwarded-Host count only where a trusted proxy connects. */
export function originOf({ raw }: Pick<FastifyRequest, 'raw'>): Origin {
  const peer = literalAddress(raw.socket.remoteAddress ?? '');
  const isForwarded = peer !== undefined && isIn(env.TRUSTED_PROXIES, peer);
  const forwarded = (name: string) => (isForwarded ? firstOf(raw.headers[name]) : '');
  const host = forwarded('x-forwarded-host') || (raw.headers.host ?? '');
  return {
    protocol: forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http',
    host: wellFormed.test(host) ? host : nowhere,
  };
}
