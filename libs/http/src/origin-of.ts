import type { IncomingMessage } from 'node:http';
import type { Network } from '#contracts/people/network.js';
import { isFromProxy } from './client-address.js';

/** `http` or `https`, and host and port: how the client reached us, as trusted proxies say. */
export interface Origin {
  protocol: 'http' | 'https';
  host: string;
}

const nowhere = 'localhost';

/** A host with an optional port; anything else would become part of addresses on the page. */
const wellFormed = /^(?:[a-z\d.-]+|\[[a-f\d:.]+\])(?::\d{1,5})?$/i;

/** What the nearest proxy wrote; before it may stand what a client claims. */
const lastOf = (header: string | string[] | undefined): string =>
  String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim() ?? '';

/** X-Forwarded-Proto and X-Forwarded-Host count only where a trusted proxy connects. */
export function originOf(request: IncomingMessage, trusted: readonly Network[]): Origin {
  const isForwarded = isFromProxy(request, trusted);
  const forwarded = (name: string) => (isForwarded ? lastOf(request.headers[name]) : '');
  const host = forwarded('x-forwarded-host') || (request.headers.host ?? '');
  return {
    protocol: forwarded('x-forwarded-proto') === 'https' ? 'https' : 'http',
    host: wellFormed.test(host) ? host : nowhere,
  };
}
