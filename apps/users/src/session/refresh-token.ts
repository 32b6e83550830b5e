import { randomBytes } from 'node:crypto';
import { pseudonymOf } from '#commands/command-request.js';

export const newRefreshToken = () => randomBytes(32).toString('base64url');

/**
 * The first token of a session that a command starts, of its `Idempotency-Key`, which is stored nowhere: always the same, so
 * that a lost answer can be repeated.
 */
export const firstRefreshToken = (key: Buffer, idempotencyKey: string, sessionId: string) =>
  pseudonymOf(key, 'first-refresh-token', idempotencyKey, sessionId);

/** The keyed hash of a refresh token; the token itself is never stored. */
export const refreshTokenHash = (key: Buffer, token: string) => pseudonymOf(key, 'refresh-token', token);

/** The token after another: always the same, so that a lost answer can be repeated. */
export const refreshTokenAfter = (key: Buffer, token: string) => pseudonymOf(key, 'next-refresh-token', token);
