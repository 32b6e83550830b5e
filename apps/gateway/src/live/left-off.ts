import type { FastifyRequest } from 'fastify';

/** No sequence: who names it is told to load anew. */
const unknown = -1;

/**
 * The last event that a client has received; undefined if it has none. EventSource sends the header when it connects anew,
 * so that goes before the query.
 */
export function leftOff({ headers, query }: Pick<FastifyRequest, 'headers' | 'query'>): number | undefined {
  const asked = (query as { lastEventId?: string | string[] }).lastEventId;
  const id = [headers['last-event-id'] ?? asked ?? ''].flat()[0];
  if (id === undefined || id === '') return undefined;
  return /^\d{1,15}$|^\d{16}$/.test(id) ? Number(id) : unknown;
}
