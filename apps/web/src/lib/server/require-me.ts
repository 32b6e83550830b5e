import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Me } from '#lib/answers.js';
import { awayForNow } from './failure-of.js';
import { signInPath } from './sign-in-path.js';
import { readMe, waitsForRenewal } from './visitor.js';

/**
 * Who looks at a page of their own; whoever is unknown is led to the sign-in, and back, unless they have typed something.
 * @throws Redirect; HttpError
 */
export async function requireMe(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>): Promise<Me> {
  const { locals, url } = event;
  const me = await readMe(locals.visitor, locals.ask);
  if (me !== undefined) return me;
  if (event.request.method === 'POST' || waitsForRenewal(locals)) refuseUnknown(locals);
  redirect(303, signInPath(url.pathname + url.search));
}

/** The page for somebody who has typed something, and whose credential is not good, or not for now. @throws HttpError */
export function refuseUnknown(locals: App.Locals): never {
  if (waitsForRenewal(locals)) {
    const { status, message, retryAfter } = awayForNow;
    error(status, message, { retryAfter });
  }
  error(401, locals.visitor.kind === 'known' && locals.visitor.isGuest ? 'guest-gone' : 'signed-out');
}

/** A guest has no such page. @throws Redirect */
export async function requireAccount(parent: () => Promise<{ me: Me }>): Promise<Me> {
  const { me } = await parent();
  if (me.kind !== 'account') redirect(303, '/account');
  return me;
}
