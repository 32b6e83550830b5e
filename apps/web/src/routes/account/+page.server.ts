import type { OwnAccount } from '#lib/answers.js';
import { sentFields } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { done } from '#lib/server/account-done.js';
import { giveBack, refused } from '#lib/server/account-refusal.js';
import { changedFields } from '#lib/server/changed-fields.js';
import { keyed } from '#lib/server/form-keys.js';
import { requireMe } from '#lib/server/require-me.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent, locals: { ask } }) => {
  const { me } = await parent();
  return { own: me.kind === 'account' ? (await ask<{ user: OwnAccount }>('/api/user')).body.user : undefined };
};

export const actions: Actions = {
  profile: async (event) => {
    const { request, locals } = event;
    const data = await request.formData();
    const values = sentFields(data, ['username', 'email', 'bio', 'image']);
    const shown = sentFields(data, ['currentPassword']);
    const sent = { of: 'profile', values: { ...values, ...shown } };
    try {
      const { body } = await locals.ask<{ user: OwnAccount }>('/api/user');
      const user = changedFields(values, { ...body.user });
      if (user === undefined) return nothingChanged(sent, locals);
      const asking = { method: 'PUT', body: { user: { ...user, ...presentPassword(shown) } } } as const;
      const answer = await locals.ask('/api/user', asking);
      done(locals, 'profile-changed', { to: '/account', answer });
    } catch (error) {
      return refused(error, event, sent);
    }
  },

  password: async (event) => {
    const { request, locals } = event;
    const values = sentFields(await request.formData(), ['password', 'currentPassword', 'key']);
    try {
      const user = { password: values.password, ...presentPassword(values) };
      // Sent a second time, the present password is another one already.
      const answer = await locals.ask('/api/user', { method: 'PUT', body: { user }, ...keyed(values.key, 'password') });
      done(locals, 'password-changed', { to: '/account', answer });
    } catch (error) {
      return refused(error, event, { of: 'password', values });
    }
  },

  /** What is remembered of a guest. */
  details: async (event) => {
    const { request, locals } = event;
    const values = sentFields(await request.formData(), ['name', 'email', 'website']);
    const sent = { of: 'details', values };
    try {
      const { originalName: name, email, website } = await requireMe(event);
      const me = changedFields(values, { name, email, website });
      if (me === undefined) return nothingChanged(sent, locals);
      const answer = await locals.ask('/api/me', { method: 'PUT', body: { me } });
      done(locals, 'details-changed', { to: '/account', answer });
    } catch (error) {
      return refused(error, event, sent);
    }
  },

  nick: async (event) => {
    const { request, locals } = event;
    const { nick: name } = sentFields(await request.formData(), ['nick']);
    try {
      const answer = await locals.ask('/api/me/nick', { method: 'PUT', body: { nick: { name } } });
      done(locals, 'nick-picked', { to: '/account', answer });
    } catch (error) {
      return refused(error, event, { of: 'nick', values: { nick: name, name } });
    }
  },

  invent: async (event) => {
    const { nick } = sentFields(await event.request.formData(), ['nick']);
    try {
      const { body } = await event.locals.ask<{ nicks: string[] }>('/api/me/nicks/proposals');
      return { form: { of: 'nick', values: { nick: body.nicks.find((each) => each !== nick) ?? nick }, errors: {} } };
    } catch (error) {
      return refused(error, event, { of: 'nick', values: { nick } });
    }
  },

  original: async (event) => {
    try {
      const answer = await event.locals.ask('/api/me/nick', { method: 'DELETE' });
      done(event.locals, 'nick-restored', { to: '/account', answer });
    } catch (error) {
      return refused(error, event, { of: 'nick', values: {} });
    }
  },
};

/** What is left empty is missing, which the gateway says where it is needed. */
const presentPassword = ({ currentPassword }: { currentPassword: string }) =>
  currentPassword === '' ? {} : { currentPassword };

const nothingChanged = (sent: { of: string; values: Record<string, string> }, { site }: App.Locals) =>
  giveBack(422, sent, { message: accountMessagesFor(site.language).nothingChanged });
