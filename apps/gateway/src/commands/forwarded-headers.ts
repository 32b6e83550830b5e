import { formatConsistencyToken, type Versions } from '#service/consistency-token.js';
import { currentContext } from '#service/request-context.js';
import type { AskingRequest } from '../callers/caller.js';

/**
 * What a command takes along: who asks, its idempotency key, what must be known, and the trace it belongs to. What the
 * policy let the caller pass by must be known too, so that no service decides on older news of them.
 */
export function headersOf(request: AskingRequest, idempotencyKey: string, known: Versions): Record<string, string> {
  const { correlationId, traceparent } = currentContext();
  const { caller, headers } = request;
  const versions = caller?.version === undefined ? known : { [`person-${caller.personId}`]: caller.version, ...known };
  return {
    'idempotency-key': idempotencyKey,
    'x-correlation-id': correlationId,
    ...(traceparent !== undefined && { traceparent }),
    ...(headers.authorization !== undefined && { authorization: headers.authorization }),
    ...(Object.keys(versions).length > 0 && { 'consistency-token': formatConsistencyToken(versions) }),
  };
}
