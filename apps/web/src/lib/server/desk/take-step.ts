import { type ActionFailure, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Change, FailedStep } from '#lib/desk/failed-step.js';
import type { Said } from '#lib/desk/said.js';
import { field } from '#lib/field.js';
import { deskMessagesFor } from '#lib/messages/desk-messages-for.js';
import { type Answer, type Asking, GatewayAway, Refusal } from '../gateway.js';
import { keyed } from '../form-keys.js';
import { keepSaid } from './said.js';

interface Step<Body> {
  /** Which form of the page it is. */
  step: string;
  data: FormData;
  /** Fields of the form that may not be in what comes back of it. */
  fields?: readonly string[];
  path: string;
  method?: Exclude<Asking['method'], 'GET'>;
  body?: unknown;
  /** What to say on the page that comes next; of the gateway's answer, or of 202 with nothing to show yet. */
  said: (answer: Body | undefined) => Said;
  /** The page that comes next; this one if left out. */
  to?: (answer: Body | undefined) => string;
}

export type StepFailure = ActionFailure<{ failed: FailedStep }>;

/**
 * Sends one command for a form. What the form was made of goes with it: `etag`, so that it does not overwrite what another has
 * done meanwhile, and `key`, so that it is done once. @returns the failure, with all that was typed @throws Redirect when done
 */
export async function takeStep<Body>(event: RequestEvent, wanted: Step<Body>): Promise<StepFailure> {
  const { locals, url } = event;
  let answer: Answer<Body>;
  try {
    answer = await sendStep<Body>(event, wanted);
  } catch (error) {
    return stepFailure(event, wanted, error);
  }
  const shown = answer.status === 202 ? undefined : answer.body;
  keepSaid(locals.cookies, wanted.said(shown));
  const query = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
  const here = query.length === 0 ? url.pathname : `${url.pathname}?${new URLSearchParams(query)}`;
  redirect(303, wanted.to?.(shown) ?? here);
}

/** Sends the command alone. @throws Refusal; GatewayAway */
export function sendStep<Body>(
  { locals }: RequestEvent,
  { step, data, path, method = 'POST', body }: Omit<Step<Body>, 'said' | 'to'>,
): Promise<Answer<Body>> {
  const [key, etag] = [field(data, 'key'), field(data, 'etag')];
  const headers = {
    ...keyed(key, step).headers,
    ...(etag !== '' && { 'if-match': etag }),
  };
  return locals.ask<Body>(path, { method, headers, ...(body !== undefined && { body }) });
}

/** What was typed into a form, by the names of its fields. */
export const typedIn = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data].filter(([name]) => name !== 'etag' && name !== 'key').map(([name]) => [name, field(data, name)]),
  );

/** Says beside each field what is wrong with it, and above the form what is not about a field. */
export function stepFailure(
  { locals }: RequestEvent,
  { step, data, fields = [] }: Pick<Step<unknown>, 'step' | 'data' | 'fields'>,
  error: unknown,
): StepFailure {
  const t = deskMessagesFor(locals.site.language);
  const etag = field(data, 'etag');
  const failed = { step, values: typedIn(data), errors: {}, ...(etag !== '' && { etag }) };
  if (error instanceof GatewayAway) {
    // It may have been done: sent again under the same key, it is done once.
    const values = { ...failed.values, key: field(data, 'key') };
    return fail(503, { failed: { ...failed, values, message: t.away } });
  }
  if (!(error instanceof Refusal)) throw error;
  if (error.isOfCredential) return fail(401, { failed: { ...failed, message: t.signedOut } });
  const changes = error.status === 412 ? (error.changes as Change[]) : undefined;
  const errors = Object.fromEntries(
    Object.entries(error.errors).map(([name, [message = '']]) => [name === 'until' ? 'lasts' : name, message]),
  );
  const again = error.retryAfter === undefined ? '' : ` ${t.tryAgainIn(error.retryAfter)}`;
  const unplaced = Object.entries(errors).filter(([name]) => !(name in failed.values) && !fields.includes(name));
  // Of these the gateway says in whole sentences why.
  const isSaid = error.status === 403 || error.status === 409;
  const why = unplaced.length > 0 && !isSaid ? unplaced.map((each) => each.join(' ')).join('; ') : error.message;
  const isPlaced = Object.keys(errors).length > unplaced.length;
  const message = changes ? t.changedMeanwhile : isPlaced ? t.fieldsWrong : `${t.notDone} ${why}${again}`;
  return fail(error.status, { failed: { ...failed, errors, message, ...(changes && { changes }) } });
}
