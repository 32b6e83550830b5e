import { createHmac, randomUUID } from 'node:crypto';
import { currentContext } from '../request-context.js';

export interface CommandRequest {
  url: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Metadata of the events a request leads to; times are ISO 8601. */
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
 * The caller's name for this command: their `Idempotency-Key` header, or a fresh one. One caller's key never meets
 * another's, and the fingerprint is a keyed hash, so that the record holds nothing personal.
 */
export function idempotencyOf(
  request: CommandRequest,
  { caller, command, pseudonymKey }: { caller: string; command: unknown; pseudonymKey: Buffer },
): { key: string; fingerprint: string } {
  const given = request.headers['idempotency-key'];
  const name = typeof given === 'string' && given !== '' ? given.slice(0, 200) : randomUUID();
  return {
    key: pseudonymOf(pseudonymKey, 'idempotency', caller, name),
    fingerprint: pseudonymOf(pseudonymKey, 'command', request.url, JSON.stringify(command)),
  };
}

/** A keyed hash (HMAC-SHA-256, base64url) of values that may be personal, for look-ups without keeping them. */
export function pseudonymOf(key: Buffer, purpose: string, ...values: string[]): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...values]))
    .digest('base64url');
}
