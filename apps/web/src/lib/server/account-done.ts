import { redirect } from '@sveltejs/kit';
import type { AccountOutcome } from '#lib/outcomes.js';
import { keepFlash } from './flash.js';
import type { Answer } from './gateway.js';

/**
 * Leads to a page that says what was done, and shows it.
 * @param answer what the gateway said to it: the page shows at least that, unless it is only accepted so far
 */
export function done(
  { cookies }: App.Locals,
  what: AccountOutcome,
  { to, answer }: { to: string; answer?: Answer<unknown> | undefined },
): never {
  keepFlash(cookies, { what, id: 0, consistency: answer?.status === 202 ? undefined : answer?.consistency });
  redirect(303, to);
}
