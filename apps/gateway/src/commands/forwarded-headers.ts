import { addressText } from '#contracts/people/network.js';
import { formatConsistencyToken, type Versions } from '#commands/consistency-token.js';
import { currentContext } from '#http/request-context.js';
import type { AskingRequest } from '../callers/caller.js';

/**
 * What a command takes along: who asks and from where, its idempotency key, what must be known, and the trace it belongs
 * to. What the policy let the caller pass by must be known too, so that no service decides on older news of them.
 */
export function headersOf(request: AskingRequest, idempotencyKey: string, known: Versions): Record<string, string> {
  const { correlationId, traceparent } = currentContext();
  const { authorization } = request.headers;
  const versions = { ...passedBy(request), ...known };
  return {
    'idempotency-key': idempotencyKey,
    'x-correlation-id': correlationId,
    'x-client-address': addressText(request.clientAddress),
    ...(traceparent !== undefined && { traceparent }),
    ...(authorization !== undefined && { authorization }),
    ...(Object.keys(versions).length > 0 && { 'consistency-token': formatConsistencyToken(versions) }),
  };
}

function passedBy({ caller, addressRanges }: AskingRequest): Versions {
  const person = caller?.version === undefined ? {} : { [`person-${caller.personId}`]: caller.version };
  const ranges = addressRanges.map(({ rangeId, version }) => [`address-range-${rangeId}`, version] as const);
  return { ...person, ...Object.fromEntries(ranges) };
}
