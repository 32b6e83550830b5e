import type { FastifyRequest } from 'fastify';
import { formatConsistencyToken, type Versions } from '#service/consistency-token.js';
import { currentContext } from '#service/request-context.js';

/** What a command takes along: who asks, its idempotency key, what must be known, and the trace it belongs to. */
export function headersOf(request: FastifyRequest, idempotencyKey: string, known: Versions): Record<string, string> {
  const { correlationId, traceparent } = currentContext();
  const { authorization } = request.headers;
  return {
    'idempotency-key': idempotencyKey,
    'x-correlation-id': correlationId,
    ...(traceparent !== undefined && { traceparent }),
    ...(authorization !== undefined && { authorization }),
    ...(Object.keys(known).length > 0 && { 'consistency-token': formatConsistencyToken(known) }),
  };
}
