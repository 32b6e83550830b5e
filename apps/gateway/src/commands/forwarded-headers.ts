import { addressText } from '#contracts/people/network.js';
import { formatConsistencyToken, type Versions } from '#commands/consistency-token.js';
import { currentContext } from '#http/request-context.js';
import type { AskingRequest } from '../callers/caller.js';

/**
 * The headers of a command: the caller and their address, the idempotency key, the versions the service must have, and
 * the trace. They include the versions by which the policy admitted the caller, so that no service decides by older
 * data about them.
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
