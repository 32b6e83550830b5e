import type { Messages } from '#lib/messages/en.js';
import { GatewayAway, Refusal } from './gateway.js';

/** Why a comment stays as it is. @param what `Not changed.`, or the like. @throws any other error */
export function changeFailure(error: unknown, what: string, t: Messages): { status: number; message: string } {
  if (error instanceof GatewayAway) {
    return { status: 503, message: `${what} ${t.failures.away.title} ${t.failures.away.more}` };
  }
  if (!(error instanceof Refusal)) throw error;
  const again = error.retryAfter === undefined ? '' : ` ${t.tryAgainIn(error.retryAfter)}`;
  const [wrong] = error.errors['body'] ?? [];
  return { status: error.status, message: `${what} ${wrong ?? error.message}${again}` };
}
