import { sentFields } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { done } from '#lib/server/account-done.js';
import { giveBack, refused } from '#lib/server/account-refusal.js';
import { Refusal } from '#lib/server/gateway.js';
import type { Actions, PageServerLoad } from './$types.js';

/** The address of this page is as good as the password: no other page learns it. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'Referrer-Policy': 'no-referrer' });
  return { token: url.searchParams.get('token') ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const values = sentFields(await event.request.formData(), ['token', 'password']);
    try {
      const asking = { method: 'POST', body: { passwordReset: values }, asStranger: true } as const;
      await locals.ask('/api/users/password', asking);
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
