import { sentFields } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { done } from '#lib/server/account-done.js';
import { giveBack, refused } from '#lib/server/account-refusal.js';
import { Refusal } from '#lib/server/gateway.js';
import type { Actions } from './$types.js';

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const values = sentFields(await event.request.formData(), ['email']);
    try {
      const asking = { method: 'POST', body: { passwordReset: values }, asStranger: true } as const;
      await locals.ask('/api/users/password-resets', asking);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 501) return refused(error, event, { of: 'lost', values });
      const message = accountMessagesFor(locals.site.language).lostNoMail;
      return giveBack(501, { of: 'lost', values }, { message });
    }
    done(locals, 'reset-asked', { to: '/lost-password' });
  },
};
