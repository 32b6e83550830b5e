import { sentFields } from '#lib/account-form.js';
import { done } from '#lib/server/account-done.js';
import { refused } from '#lib/server/account-refusal.js';
import { localPath } from '#lib/server/local-path.js';
import { readMutes } from '#lib/server/read-mutes.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ parent, locals }) => {
  await parent();
  return { mutes: (await readMutes(locals)) ?? [] };
};

export const actions: Actions = {
  mute: async (event) => change(event, 'PUT'),
  unmute: async (event) => change(event, 'DELETE'),
};

type Event = Parameters<NonNullable<Actions['mute']>>[0];

async function change(event: Event, method: 'PUT' | 'DELETE') {
  const { locals, request } = event;
  const { kind, key, back } = sentFields(await request.formData(), ['kind', 'key', 'back']);
  try {
    const path = `/api/me/mutes/${encodeURIComponent(kind)}/${encodeURIComponent(key)}`;
    const answer = await locals.ask(path, { method });
    done(locals, method === 'PUT' ? 'muted' : 'unmuted', { to: localPath(back), answer });
  } catch (error) {
    return refused(error, event, { of: 'mute', values: {} });
  }
}
