import type { RequestEvent } from '@sveltejs/kit';
import type { Comment, Me } from '#lib/answers.js';
import type { FormValues } from '#lib/comment-form.js';
import { keyed } from './form-keys.js';
import type { Answer } from './gateway.js';
import { readMe } from './visitor.js';

/** What the gateway answered to a comment: 201 with the comment, or 202 and nothing to show yet. */
export type PostedComment = Answer<{ comment?: Comment }>;

/** What is typed on the site, with its toolbar or by hand. */
const format = 'markdown';

interface Posting {
  slug: string;
  parentId: number | undefined;
  values: FormValues;
}

/**
 * Posts a comment as the visitor; a stranger is introduced as a guest first, and is known to this browser from then on. What
 * a guest changed of name, e-mail, website or nick is remembered before. Each step has its own key, so that the form can be
 * sent again. @throws Refusal; GatewayAway
 */
export async function postComment(event: RequestEvent, { slug, parentId, values }: Posting): Promise<PostedComment> {
  const { locals } = event;
  const me = await readMe(locals.visitor, locals.ask);
  if (me === undefined) await introduce(event, values);
  else await remember(event, me, values);
  return locals.ask<{ comment?: Comment }>(`/api/articles/${encodeURIComponent(slug)}/comments`, {
    method: 'POST',
    body: { comment: { body: values.body, format, ...(parentId !== undefined && { parentId }) } },
    ...keyed(values.key, 'comment'),
  });
}

/** The comment as it would be posted. @throws Refusal; GatewayAway */
export async function previewComment({ locals: { ask } }: RequestEvent, body: string): Promise<string> {
  if (body.trim() === '') return '';
  const preview = { body, format };
  const answer = await ask<{ preview: { bodyHtml: string } }>('/api/previews/comments', {
    method: 'POST',
    body: { preview },
  });
  return answer.body.preview.bodyHtml;
}

async function introduce({ locals }: RequestEvent, { name, email, website, key }: FormValues): Promise<void> {
  const { body } = await locals.ask<{ guest: { token: string } }>('/api/guests', {
    method: 'POST',
    body: { guest: { name, email, website } },
    ...keyed(key, 'guest'),
  });
  locals.cookies.set('guest', body.guest.token);
  locals.visitor = { kind: 'known', token: body.guest.token, session: undefined, isGuest: true };
}

async function remember({ locals: { ask } }: RequestEvent, me: Me, values: FormValues): Promise<void> {
  if (me.kind === 'guest') {
    const { name, email, website } = values;
    const changed = {
      ...(name.trim() !== me.originalName && { name }),
      ...(email.trim() !== (me.email ?? '') && { email }),
      ...(website.trim() !== (me.website ?? '') && { website }),
    };
    if (Object.keys(changed).length > 0) await ask('/api/me', { method: 'PUT', body: { me: changed } });
  }
  const nick = values.nic === 'pick' && values.nick !== '' ? values.nick : null;
  if (nick === me.nick) return;
  if (nick === null) await ask('/api/me/nick', { method: 'DELETE' });
  else await ask('/api/me/nick', { method: 'PUT', body: { nick: { name: nick } } });
}
