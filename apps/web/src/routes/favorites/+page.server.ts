import { sentFields } from '#lib/account-form.js';
import { done } from '#lib/server/account-done.js';
import { refused } from '#lib/server/account-refusal.js';
import { localPath } from '#lib/server/local-path.js';
import { readList } from '#lib/server/read-list.js';
import { requireAccountOf } from '#lib/server/require-account.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const me = await requireAccountOf(event);
  return { me, list: await readList(event, { favorited: me.originalName }) };
};

export const actions: Actions = {
  add: async (event) => change(event, 'POST'),
  remove: async (event) => change(event, 'DELETE'),
};

type Event = Parameters<NonNullable<Actions['add']>>[0];

async function change(event: Event, method: 'POST' | 'DELETE') {
  const { locals, request } = event;
  const values = sentFields(await request.formData(), ['slug', 'back']);
  try {
    const answer = await locals.ask(`/api/articles/${encodeURIComponent(values.slug)}/favorite`, { method });
    done(locals, method === 'POST' ? 'favorited' : 'unfavorited', { to: localPath(values.back), answer });
  } catch (error) {
    return refused(error, event, { of: 'favorite', values: {} });
  }
}
