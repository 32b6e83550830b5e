import { randomUUID } from 'node:crypto';
import { sentFields } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { done } from '#lib/server/account-done.js';
import { giveBack, refused } from '#lib/server/account-refusal.js';
import { keyed } from '#lib/server/form-keys.js';
import { Refusal } from '#lib/server/gateway.js';
import type { Actions, PageServerLoad } from './$types.js';

/** The address of this page is as good as the password: no other page learns it. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'Referrer-Policy': 'no-referrer' });
  return { key: randomUUID(), token: url.searchParams.get('token') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const values = sentFields(await event.request.formData(), ['token', 'password', 'key']);
    const { token, password, key } = values;
    try {
      const asking = { method: 'POST', body: { passwordReset: { token, password } } } as const;
      await locals.ask('/api/users/password', { ...asking, ...keyed(key), asStranger: true });
    } catch (error) {
      if (!(error instanceof Refusal) || !('token' in error.errors)) {
        return refused(error, event, { of: 'reset', values });
      }
      const a = accountMessagesFor(locals.site.language);
      return giveBack(error.status, { of: 'reset', values: {} }, { message: a.tokenBad });
    }
    locals.cookies.delete('session');
    done(locals, 'password-reset', { to: '/sign-in' });
  },
};
