import { fail, redirect } from '@sveltejs/kit';
import { field } from '#lib/field.js';
import { messagesFor } from '#lib/messages/messages-for.js';
import { GatewayAway, Refusal } from '#lib/server/gateway.js';
import { keepFlash } from '#lib/server/flash.js';
import { keepSession } from '#lib/server/session.js';
import type { Actions } from './$types.js';

export const actions: Actions = {
  default: async ({ request, locals: { ask, cookies, site } }) => {
    const data = await request.formData();
    const email = field(data, 'email');
    const user = { email, password: field(data, 'password'), refreshable: true };
    const t = messagesFor(site.language);
    try {
      type SignedIn = { user: { token: string; refreshToken: string } };
      const { body } = await ask<SignedIn>('/api/users/login', { method: 'POST', body: { user }, asStranger: true });
      keepSession(cookies, body);
    } catch (error) {
      if (error instanceof GatewayAway) return fail(503, { email, message: t.failures.away.title });
      if (!(error instanceof Refusal)) throw error;
      const again = error.retryAfter === undefined ? '' : ` ${t.tryAgainIn(error.retryAfter)}`;
      return fail(error.status, { email, message: `${error.message}${again}` });
    }
    keepFlash(cookies, { what: 'signed-in', id: 0, consistency: undefined });
    redirect(303, '/');
  },
};
