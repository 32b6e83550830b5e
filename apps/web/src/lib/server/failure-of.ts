import { GatewayAway, Refusal } from './gateway.js';

/** Seconds after which a page of an absent gateway may be asked for again. */
const againSeconds = 5;

export const awayForNow = { status: 503, message: 'away', retryAfter: againSeconds } as const;

/** The status of the page for what the gateway refuses, or for its absence; undefined for other errors. */
export function failureOf(
  error: unknown,
): { status: number; message: string; retryAfter?: number; reason?: string } | undefined {
  if (error instanceof GatewayAway) return awayForNow;
  if (!(error instanceof Refusal)) return undefined;
  const { status, message, retryAfter, reason } = error;
  // What a page asks for in a wrong way, such as a comment that is gone, is not there.
  const shown = status === 400 || status === 422 ? 404 : status;
  return {
    status: shown,
    message,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(reason !== undefined && { reason }),
  };
}
