import { fail, redirect } from '@sveltejs/kit';
import { messagesFor } from '#lib/messages/messages-for.js';
import { firstWords } from '#lib/first-words.js';
import { changeFailure } from '#lib/server/change-failure.js';
import { keepFlash } from '#lib/server/flash.js';
import { keyed, withKey } from '#lib/server/form-keys.js';
import { placeOfComment, readShownComment, requireOwn } from '#lib/server/read-own-comment.js';
import { requireMe } from '#lib/server/require-me.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const place = placeOfComment(event.params);
  const me = await requireMe(event);
  const comment = await readShownComment(event, place);
  if (!me.roles?.some((role) => role === 'moderator' || role === 'admin')) requireOwn(comment, me);
  return { ...place, name: comment.author.username, excerpt: firstWords(comment.bodyHtml) };
};

export const actions: Actions = {
  default: async (event) => {
    const { params, locals, request, getClientAddress } = event;
    const { path, id } = placeOfComment(params);
    const t = messagesFor(locals.site.language);
    let answer;
    try {
      answer = await withKey([getClientAddress(), request.headers.get('cookie'), 'delete', id], (key) =>
        locals.ask(`/api${path}/comments/${id}`, { method: 'DELETE', ...keyed(key, 'delete') }),
      );
    } catch (error) {
      const { status, message } = changeFailure(error, t.notDeleted, t);
      return fail(status, { message });
    }
    const isAccepted = answer.status === 202;
    const consistency = isAccepted ? undefined : answer.consistency;
    keepFlash(locals.cookies, { what: isAccepted ? 'accepted' : 'deleted', id, consistency });
    redirect(303, `${path}#comments`);
  },
};
