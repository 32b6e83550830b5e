import { type ActionFailure, fail } from '@sveltejs/kit';
import { type AccountForm, withoutSecrets } from '#lib/account-form.js';
import { accountMessagesFor } from '#lib/messages/account-messages-for.js';
import { messagesFor } from '#lib/messages/messages-for.js';
import { GatewayAway, Refusal } from './gateway.js';
import { refuseUnknown } from './require-me.js';

interface Sent {
  /** Which of the page's forms. */
  of: string;
  values: Record<string, string>;
}
type Event = { locals: App.Locals };

/** Gives a form back with what is wrong with it; with its key only where it may have been taken. */
export const giveBack = (
  status: number,
  { of, values }: Sent,
  said: Partial<Pick<AccountForm, 'errors' | 'message'>>,
): ActionFailure<{ form: AccountForm }> =>
  fail(status, {
    form: { of, values: { ...withoutSecrets(values), ...(status < 500 && { key: '' }) }, errors: {}, ...said },
  });

/**
 * Gives a form back that the gateway refused: beside each field what is wrong with it, and above the form what is not about
 * a field of it, with the time after which to try again. Whoever is signed in no more finds all of it on a page that says so.
 */
export function refused(error: unknown, { locals }: Event, sent: Sent): ActionFailure<{ form: AccountForm }> {
  const { language } = locals.site;
  const [t, a] = [messagesFor(language), accountMessagesFor(language)];
  if (error instanceof GatewayAway) {
    return giveBack(503, sent, { message: `${a.failed} ${t.failures.away.title} ${t.failures.away.more}` });
  }
  if (!(error instanceof Refusal)) throw error;
  if (error.isOfCredential) refuseUnknown(locals);
  const errors = Object.fromEntries(
    Object.entries(error.errors).flatMap(([name, [message = '']]) => {
      if (!(name in sent.values)) return [];
      return [[name, name !== 'code' ? message : message === 'required' ? a.codeMissing : a.codeWrong]];
    }),
  );
  if (Object.keys(errors).length > 0) return giveBack(error.status, sent, { errors, message: a.fieldsWrong });
  const again = error.retryAfter === undefined ? '' : ` ${t.tryAgainIn(error.retryAfter)}`;
  return giveBack(error.status, sent, { message: `${a.failed} ${error.message}${again}` });
}
