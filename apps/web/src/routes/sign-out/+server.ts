import { done } from '#lib/server/account-done.js';
import type { RequestHandler } from './$types.js';

/** Ends the session here and at the gateway; here even while the gateway is away. */
export const POST: RequestHandler = async ({ locals }) => {
  const { ask, cookies, visitor } = locals;
  if (visitor.kind === 'known' && visitor.session !== undefined) {
    await ask('/api/user/sessions/this', { method: 'DELETE' }).catch(() => undefined);
  }
  cookies.delete('session');
  done(locals, 'signed-out', { to: '/' });
};
