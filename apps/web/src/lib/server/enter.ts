import type { RequestEvent } from '@sveltejs/kit';
import { withoutSecrets } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { done } from './account-done.js';
import { giveBack, refused } from './account-refusal.js';
import { type Answer, type Asking, Refusal } from './gateway.js';
import { localPath } from './local-path.js';
import { keepSession, type SignedIn } from './session.js';
import type { Visitor } from './visitor.js';

interface Entering {
  of: 'sign-in' | 'register';
  path: string;
  /** What was typed; `along` says that what the guest of this browser wrote is taken along, `back` where to go then. */
  values: Record<string, string>;
  user: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Asks; {@link answeredOnce} of the form where it cannot be sent twice. */
  once?: (ask: () => Promise<Answer<SignedIn>>) => Promise<Answer<SignedIn>>;
}

/**
 * Registers or signs in. The session is a new one, whatever cookie there was. A guest who was taken along is no more, so that
 * cookie goes; one who was not stays this browser's guest.
 */
export async function enter(event: RequestEvent, { of, path, values, user, headers, once = (ask) => ask() }: Entering) {
  const { locals } = event;
  const { cookies, visitor, ask } = locals;
  const guest = values['along'] === 'yes' ? guestOf(visitor) : undefined;
  let answer: Answer<SignedIn>;
  try {
    const body = { user: { ...user, ...(guest !== undefined && { guestToken: guest }) } };
    const asking: Asking = { method: 'POST', body, asStranger: true, ...(headers && { headers }) };
    answer = await once(() => ask<SignedIn>(path, asking));
  } catch (error) {
    const { code } = error instanceof Refusal ? error.errors : {};
    const a = accountMessagesFor(locals.site.language);
    const typed = { ...withoutSecrets(values), ...(code !== undefined && { step: 'code' }) };
    if (code?.includes('required')) return giveBack(401, { of, values: typed }, { message: a.codeNeeded });
    if (guest !== undefined && error instanceof Refusal && 'guestToken' in error.errors) {
      return giveBack(error.status, { of, values: { ...typed, along: '' } }, { message: a.guestRefused });
    }
    return refused(error, event, { of, values: { ...values, ...typed } });
  }
  await endFormer(locals, answer.body);
  keepSession(cookies, answer.body);
  if (guest !== undefined) cookies.delete('guest');
  const what = of === 'register' ? 'registered' : 'signed-in';
  done(locals, guest === undefined ? what : `${what}-along`, { to: localPath(values['back'] ?? ''), answer });
}

export const guestOf = (visitor: Visitor): string | undefined =>
  visitor.kind === 'known' && visitor.session === undefined ? visitor.token : undefined;

/** A session that this browser had until now is nobody's. That it could not be ended keeps nobody out. */
async function endFormer({ visitor, ask }: App.Locals, { user }: SignedIn): Promise<void> {
  if (visitor.kind !== 'known' || visitor.session === undefined) return;
  // Pressed twice, it may be this one already.
  if (visitor.session.access === user.token) return;
  await ask('/api/user/sessions/this', { method: 'DELETE' }).catch(() => undefined);
}
