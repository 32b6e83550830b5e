import { fail, type RequestEvent } from '@sveltejs/kit';
import type { PersonRecord } from '#lib/desk/answers.js';
import type { Said } from '#lib/desk/said.js';
import { field } from '#lib/field.js';
import { deskMessagesFor } from '#lib/messages/desk-messages-for.js';
import { sendStep, stepFailure, takeStep } from '#lib/server/desk/take-step.js';
import { untilOf } from '#lib/server/desk/until.js';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id = '') => `/api/people/${encodeURIComponent(id)}`;

export const load: PageServerLoad = async ({ params: { id }, locals: { ask } }) => {
  const { body, etag } = await ask<{ person: PersonRecord }>(pathOf(id));
  return { person: body.person, etag, now: new Date().toISOString() };
};

type Method = 'POST' | 'DELETE';
type Recorded = { person?: PersonRecord };

/** A form about the person whose record this is. @param body of what the form says */
async function step(
  event: RequestEvent,
  [method, path]: [Method, (data: FormData) => string],
  what: (data: FormData) => Said['what'],
  body?: (data: FormData) => unknown,
  to?: (data: FormData) => string,
) {
  const data = await event.request.formData();
  const name = field(data, 'step') || what(data);
  const sent = { step: name, data, method, path: path(data), body: body?.(data) };
  const said = { what: what(data), name: field(data, 'person'), ...(to && { to: to(data) }) };
  return takeStep<Recorded>(event, { ...sent, said: () => said });
}

/** A reason out of those that are known, and words. */
const why = (data: FormData) => {
  const [reason, note] = [field(data, 'reason'), field(data, 'note')];
  return { ...(reason !== '' && { reason }), ...(note.trim() !== '' && { note }) };
};

const sanctions = ['warn', 'suspend', 'ban', 'premoderate'] as const;
const kindOf = (data: FormData) => sanctions.find((kind) => kind === field(data, 'kind')) ?? 'warn';
const untilIn = (data: FormData) => (kindOf(data) === 'warn' ? {} : { until: untilOf(field(data, 'lasts')) });

export const actions: Actions = {
  sanction: async (event) =>
    step(event, ['POST', () => `${pathOf(event.params.id)}/sanctions`], kindOf, (data) => ({
      sanction: { kind: kindOf(data), ...untilIn(data), ...why(data) },
    })),
  reinstate: async (event) =>
    step(
      event,
      ['DELETE', () => `${pathOf(event.params.id)}/sanctions`],
      () => 'reinstated',
      (data) => ({ sanction: why(data) }),
    ),
  unlink: async (event) =>
    step(
      event,
      ['POST', (data) => `${pathOf(field(data, 'guest'))}/unlink`],
      () => 'unlinked',
      undefined,
      (data) => `/desk/people/${encodeURIComponent(field(data, 'guest'))}`,
    ),
  grant: async (event) =>
    step(
      event,
      ['POST', () => `${pathOf(event.params.id)}/roles`],
      () => 'granted',
      (data) => ({ role: { name: field(data, 'role'), reason: field(data, 'reason') } }),
    ),
  revoke: async (event) =>
    step(
      event,
      ['DELETE', (data) => `${pathOf(event.params.id)}/roles/${encodeURIComponent(field(data, 'role'))}`],
      () => 'revoked',
      (data) => ({ role: { reason: field(data, 'reason') } }),
    ),
  erase: async (event) => step(event, ['POST', () => `${pathOf(event.params.id)}/erase`], () => 'erasing', why),
  keep: async (event) => step(event, ['POST', () => `${pathOf(event.params.id)}/keep`], () => 'kept'),
  unfactor: async (event) =>
    step(
      event,
      ['DELETE', () => `${pathOf(event.params.id)}/second-factor`],
      () => 'unfactored',
      (data) => ({ secondFactor: { reason: field(data, 'reason') } }),
    ),

  /** The link is a secret: it is shown on this page alone, and kept nowhere. */
  reset: async (event) => {
    const data = await event.request.formData();
    const { url, locals, params } = event;
    try {
      type Made = { passwordReset?: { token: string; expiresAt: string } };
      const path = `${pathOf(params.id)}/password-resets`;
      const { passwordReset: made } = (await sendStep<Made>(event, { step: 'reset', data, path, body: {} })).body;
      if (made === undefined) {
        const message = deskMessagesFor(locals.site.language).said.accepted();
        return fail(503, { failed: { step: 'reset', values: {}, errors: {}, message } });
      }
      const link = `${url.origin}/reset-password?token=${encodeURIComponent(made.token)}`;
      return { reset: { link, expiresAt: made.expiresAt } };
    } catch (error) {
      return stepFailure(event, { step: 'reset', data }, error);
    }
  },
};
