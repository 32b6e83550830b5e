import { createHmac, randomUUID } from 'node:crypto';
import { currentContext } from '#http/request-context.js';
import { givenIdempotencyKey, requireSecret } from './idempotency-key.js';
import { versionIn } from './if-match.js';
import type { Seen } from './require-unchanged.js';

export interface CommandRequest {
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
}

/** The address of the client that a command is for, as the gateway reports it; undefined if it knows none. */
export function clientAddressOf({ headers }: Pick<CommandRequest, 'headers'>): string | undefined {
  const address = headers['x-client-address'];
  return address === undefined ? undefined : String(address);
}

/** What the caller has read of the object before they decided, as the gateway reports it. @param unlessBy as of {@link Seen} */
export function seenOf({ headers }: CommandRequest, unlessBy?: string): Seen | undefined {
  const version = versionIn(headers['if-match']);
  return version === undefined ? undefined : { version, ...(unlessBy !== undefined && { unlessBy }) };
}

/** Metadata of the events that a request leads to; times are ISO 8601. */
export function metadataNow(): {
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  recordedAt: string;
} {
  const { correlationId, causationId, traceparent } = currentContext();
  return {
    correlationId,
    ...(causationId !== undefined && { causationId }),
    ...(traceparent !== undefined && { traceparent }),
    recordedAt: new Date().toISOString(),
  };
}

/**
 * The caller's name for this command: their `Idempotency-Key` header, or a random one. Keys of different callers never
 * collide. The fingerprint is a keyed hash, so that the record holds nothing personal.
 * @param of.caller undefined if nobody is signed in: the key must then be a secret.
 * @throws Problem 400 for an unusable key.
 */
export function idempotencyOf(
  request: CommandRequest,
  { caller, command, pseudonymKey }: { caller: string | undefined; command: unknown; pseudonymKey: Buffer },
): { key: string; fingerprint: string } {
  const given = givenIdempotencyKey(request.headers);
  if (given !== undefined && caller === undefined) requireSecret(given);
  return {
    key: pseudonymOf(pseudonymKey, 'idempotency', caller ?? 'anonymous', given ?? randomUUID()),
    fingerprint: pseudonymOf(pseudonymKey, 'command', request.url, JSON.stringify(command)),
  };
}

/** A keyed hash (HMAC-SHA-256, base64url) of values that may be personal, for look-ups without storing them. */
export function pseudonymOf(key: Buffer, purpose: string, ...values: string[]): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...values]))
    .digest('base64url');
}
