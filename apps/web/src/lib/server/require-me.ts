import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Me } from '#lib/answers.js';
import { signInPath } from './sign-in-path.js';
import { readMe } from './visitor.js';

/**
 * Who looks at a page of their own; whoever is unknown is led to the sign-in, and back, unless they have typed something.
 * @throws Redirect; HttpError
 */
export async function requireMe(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>): Promise<Me> {
  const { locals, url } = event;
  const me = await readMe(locals.visitor, locals.ask);
  if (me !== undefined) return me;
  if (event.request.method === 'POST') {
    locals.isSignedOut = true;
    error(401, 'signed-out');
  }
  redirect(303, signInPath(url.pathname + url.search));
}

/** A guest has no such page. @throws Redirect */
export async function requireAccount(parent: () => Promise<{ me: Me }>): Promise<Me> {
  const { me } = await parent();
  if (me.kind !== 'account') redirect(303, '/account');
  return me;
}
