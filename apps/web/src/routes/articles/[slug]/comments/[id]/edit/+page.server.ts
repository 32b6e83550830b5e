import { fail, redirect } from '@sveltejs/kit';
import type { Comment } from '#lib/answers.js';
import { field } from '#lib/field.js';
import { messagesFor } from '#lib/messages/messages-for.js';
import { editableUntil } from '#lib/own-comments.js';
import { changeFailure } from '#lib/server/change-failure.js';
import { keepFlash } from '#lib/server/flash.js';
import { keyed, withKey } from '#lib/server/form-keys.js';
import { placeOfComment, readShownComment, requireOwn } from '#lib/server/read-own-comment.js';
import { requireMe } from '#lib/server/require-me.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { params, locals } = event;
  const place = placeOfComment(params);
  const me = await requireMe(event);
  const comment = await readShownComment(event, place);
  requireOwn(comment, me);
  const until = editableUntil(comment, locals.site.editMinutes);
  return { ...place, body: comment.body, until: until > Date.now() ? new Date(until).toISOString() : undefined };
};

export const actions: Actions = {
  default: async (event) => {
    const { params, locals, request, getClientAddress } = event;
    const { path, id } = placeOfComment(params);
    const body = field(await request.formData(), 'body');
    const t = messagesFor(locals.site.language);
    let answer;
    try {
      answer = await withKey([getClientAddress(), request.headers.get('cookie'), id, body], (key) =>
        locals.ask<{ comment?: Comment }>(`/api${path}/comments/${id}`, {
          ...{ method: 'PATCH', body: { comment: { body } }, ...keyed(key, 'edit') },
        }),
      );
    } catch (error) {
      const { status, message } = changeFailure(error, t.notChanged, t);
      return fail(status, { message, body });
    }
    const { comment } = answer.body;
    const what = answer.status === 202 ? 'accepted' : comment?.held ? 'held' : 'edited';
    keepFlash(locals.cookies, { what, id, consistency: what === 'accepted' ? undefined : answer.consistency });
    redirect(303, what === 'edited' ? `${path}?comment=${id}#comment-${id}` : `${path}#form`);
  },
};
