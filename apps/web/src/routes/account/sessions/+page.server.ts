import type { OpenSession } from '#lib/answers.js';
import { sentFields } from '#lib/account-form.js';
import { done } from '#lib/server/account-done.js';
import { refused } from '#lib/server/account-refusal.js';
import { type Ask, Refusal } from '#lib/server/gateway.js';
import { requireAccount } from '#lib/server/require-me.js';
import type { Actions, PageServerLoad } from './$types.js';

const sessionsOf = async (ask: Ask) => (await ask<{ sessions: OpenSession[] }>('/api/user/sessions')).body.sessions;

export const load: PageServerLoad = async ({ parent, locals: { ask } }) => {
  await requireAccount(parent);
  return { sessions: await sessionsOf(ask) };
};

export const actions: Actions = {
  end: async (event) => {
    const { locals, request } = event;
    const { id } = sentFields(await request.formData(), ['id']);
    try {
      await end(locals.ask, id);
      done(locals, 'session-ended', { to: '/account/sessions' });
    } catch (error) {
      return refused(error, event, { of: 'sessions', values: {} });
    }
  },

  others: async (event) => {
    const { ask } = event.locals;
    try {
      await ask('/api/user/sessions?others=true', { method: 'DELETE' });
      done(event.locals, 'others-ended', { to: '/account/sessions' });
    } catch (error) {
      return refused(error, event, { of: 'sessions', values: {} });
    }
  },

  all: async (event) => {
    const { ask, cookies } = event.locals;
    try {
      await ask('/api/user/sessions', { method: 'DELETE' });
      cookies.delete('session');
      done(event.locals, 'signed-out-everywhere', { to: '/' });
    } catch (error) {
      return refused(error, event, { of: 'sessions', values: {} });
    }
  },
};

/** Ends a session; one that has ended already is as it should be. */
async function end(ask: Ask, id: string): Promise<void> {
  try {
    await ask(`/api/user/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
  }
}
