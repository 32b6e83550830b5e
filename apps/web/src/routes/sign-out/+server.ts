import { redirect } from '@sveltejs/kit';
import type { Ask } from '#lib/server/gateway.js';
import { keepFlash } from '#lib/server/flash.js';
import type { RequestHandler } from './$types.js';

/** Ends the session here and at the gateway; here even while the gateway is away. */
export const POST: RequestHandler = async ({ locals: { ask, cookies, visitor } }) => {
  if (visitor.kind === 'known' && visitor.session !== undefined) {
    await endSession(ask).catch(() => undefined);
  }
  cookies.delete('session');
  keepFlash(cookies, { what: 'signed-out', id: 0, consistency: undefined });
  redirect(303, '/');
};

async function endSession(ask: Ask): Promise<void> {
  const { body } = await ask<{ sessions: { id: string; current: boolean }[] }>('/api/user/sessions');
  const mine = body.sessions.find(({ current }) => current);
  if (mine !== undefined) await ask(`/api/user/sessions/${mine.id}`, { method: 'DELETE' });
}
