import type { Profile } from '#lib/answers.js';
import { sentFields } from '#lib/account-form.js';
import { done } from '#lib/server/account-done.js';
import { refused } from '#lib/server/account-refusal.js';
import { localPath } from '#lib/server/local-path.js';
import { requireAccount } from '#lib/server/require-me.js';
import type { Actions, PageServerLoad } from './$types.js';

/** Names of a page. */
const namesOnPage = 50;

export const load: PageServerLoad = async ({ parent, locals: { ask }, url }) => {
  await requireAccount(parent);
  const after = url.searchParams.get('after');
  const query = new URLSearchParams({ limit: String(namesOnPage), ...(after !== null && { after }) });
  const { body, links } = await ask<{ profiles: Profile[] }>(`/api/me/following?${query}`);
  return { profiles: body.profiles, isFirst: after === null, more: links.next };
};

export const actions: Actions = {
  follow: async (event) => change(event, 'POST'),
  unfollow: async (event) => change(event, 'DELETE'),
};

type Event = Parameters<NonNullable<Actions['follow']>>[0];

async function change(event: Event, method: 'POST' | 'DELETE') {
  const { locals, request } = event;
  const values = sentFields(await request.formData(), ['username', 'back']);
  try {
    const answer = await locals.ask(`/api/profiles/${encodeURIComponent(values.username)}/follow`, { method });
    done(locals, method === 'POST' ? 'followed' : 'unfollowed', { to: localPath(values.back), answer });
  } catch (error) {
    return refused(error, event, { of: 'follow', values: {} });
  }
}
