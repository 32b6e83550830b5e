import { error } from '@sveltejs/kit';
import { GatewayAway, Refusal } from './gateway.js';

/** Seconds after which a page of an absent gateway may be asked for again. */
const againSeconds = 5;

/** The answer; or the page for 404, 503 and the like. @throws the error page of SvelteKit */
export async function orErrorPage<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (reason) {
    if (reason instanceof GatewayAway) error(503, { message: 'away', retryAfter: againSeconds });
    if (!(reason instanceof Refusal)) throw reason;
    const { status, message, retryAfter } = reason;
    // What a page asks for in a wrong way, such as a comment that is gone, is not there.
    const shown = status === 400 || status === 422 ? 404 : status;
    error(shown, { message, ...(retryAfter !== undefined && { retryAfter }) });
  }
}
