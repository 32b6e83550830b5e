import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Me } from '#lib/answers.js';
import { requireMe } from './require-me.js';

/** As `requireMe`, on a page that guests do not have. @throws Redirect; HttpError */
export async function requireAccountOf(event: Pick<RequestEvent, 'locals' | 'url' | 'request'>): Promise<Me> {
  const me = await requireMe(event);
  if (me.kind !== 'account') redirect(303, '/account');
  return me;
}
