import { randomBytes } from 'node:crypto';
import { pseudonymOf } from '#commands/command-request.js';

export const newRefreshToken = () => randomBytes(32).toString('base64url');

/** By what a refresh token is known; the token itself is kept nowhere. */
export const refreshTokenHash = (key: Buffer, token: string) => pseudonymOf(key, 'refresh-token', token);

/** The token that follows another: always the same, so that an answer that was lost can be given again. */
export const refreshTokenAfter = (key: Buffer, token: string) => pseudonymOf(key, 'next-refresh-token', token);
