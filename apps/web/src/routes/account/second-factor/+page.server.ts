import { fail } from '@sveltejs/kit';
import { sentFields } from '#lib/account-form.js';
import { done } from '#lib/server/account-done.js';
import { refused } from '#lib/server/account-refusal.js';
import { keyed } from '#lib/server/form-keys.js';
import { factorSetup } from '#lib/server/factor-setup.js';
import type { Asking } from '#lib/server/gateway.js';
import { requireAccount } from '#lib/server/require-me.js';
import { renewWithNext } from '#lib/server/session.js';
import type { Actions, PageServerLoad } from './$types.js';

const path = '/api/user/second-factor';

export const load: PageServerLoad = async ({ parent }) => {
  await requireAccount(parent);
};

interface Codes {
  secondFactor: { recoveryCodes: string[] };
}

export const actions: Actions = {
  start: async (event) => {
    const { locals, request } = event;
    const values = sentFields(await request.formData(), ['password']);
    try {
      type Begun = { secondFactor: { uri: string } };
      const { body } = await locals.ask<Begun>(path, { method: 'POST', body: { secondFactor: values } });
      return { setup: factorSetup(body.secondFactor.uri) };
    } catch (error) {
      return refused(error, event, { of: 'start', values });
    }
  },

  confirm: async (event) => {
    const { locals, request } = event;
    const values = sentFields(await request.formData(), ['code', 'uri', 'key']);
    try {
      const { body } = await locals.ask<Codes>(`${path}/confirm`, askingWith(values));
      renewRights(locals);
      return { codes: body.secondFactor.recoveryCodes, isFirst: true };
    } catch (error) {
      const { status, data } = refused(error, event, { of: 'confirm', values });
      return fail(status, { ...data, setup: factorSetup(values.uri) });
    }
  },

  codes: async (event) => {
    const { locals, request } = event;
    const values = sentFields(await request.formData(), ['code', 'key']);
    try {
      const { body } = await locals.ask<Codes>(`${path}/recovery-codes`, askingWith(values));
      return { codes: body.secondFactor.recoveryCodes, isFirst: false };
    } catch (error) {
      return refused(error, event, { of: 'codes', values });
    }
  },

  remove: async (event) => {
    const { locals, request } = event;
    const values = sentFields(await request.formData(), ['password', 'code', 'key']);
    try {
      const secondFactor = { password: values.password, code: values.code.trim() };
      const answer = await locals.ask(path, { method: 'DELETE', body: { secondFactor }, ...keyed(values.key) });
      renewRights(locals);
      done(locals, 'second-factor-removed', { to: '/account/second-factor', answer });
    } catch (error) {
      return refused(error, event, { of: 'remove', values });
    }
  },
};

/** Recovery codes are told once: a form that is sent twice, or again after a lost answer, gets the same ones. */
const askingWith = ({ code, key }: Record<'code' | 'key', string>): Asking => ({
  method: 'POST',
  body: { secondFactor: { code: code.trim() } },
  ...keyed(key),
});

/** What staff may do can depend on the second factor, and stands in the access token. */
function renewRights({ cookies, visitor }: App.Locals): void {
  if (visitor.kind === 'known' && visitor.session !== undefined) renewWithNext(cookies, visitor.session);
}
