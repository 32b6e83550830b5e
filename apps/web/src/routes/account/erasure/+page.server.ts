import { sentFields } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { done } from '#lib/server/account-done.js';
import { giveBack, refused } from '#lib/server/account-refusal.js';
import type { Actions } from './$types.js';

export const actions: Actions = {
  ask: async (event) => {
    const { locals, request } = event;
    const { sure } = sentFields(await request.formData(), ['sure']);
    const sent = { of: 'erasure', values: {} };
    if (sure !== 'yes') {
      return giveBack(422, sent, { errors: { sure: accountMessagesFor(locals.site.language).erasureUnsure } });
    }
    try {
      const answer = await locals.ask('/api/me', { method: 'DELETE' });
      done(locals, 'erasure-asked', { to: '/account/erasure', answer });
    } catch (error) {
      return refused(error, event, sent);
    }
  },

  keep: async (event) => {
    try {
      const answer = await event.locals.ask('/api/me/keep', { method: 'POST', body: {} });
      done(event.locals, 'kept', { to: '/account/erasure', answer });
    } catch (error) {
      return refused(error, event, { of: 'erasure', values: {} });
    }
  },
};
