import { createHmac, randomBytes, randomUUID } from 'node:crypto';

/** The header by which a form's command, or a step of it, is given once; none for a form without a key. */
export const keyed = (key: string, step?: string): { headers?: Record<string, string> } =>
  key === '' ? {} : { headers: { 'idempotency-key': step === undefined ? key : `${key}-${step}` } };

const nameKey = randomBytes(32);

/** Forms that are being sent at this moment, by what they say and who sends them. */
const underWay = new Map<string, { key: string; times: number }>();

/**
 * Sends a form that came without a key of its own. A browser without scripts sends it twice where its button is pressed twice:
 * while the first is under way, the same form from the same browser has the same key, so that it is posted once.
 * @param form all that tells it from another: who sends it, where to, and what it says
 */
export async function withKey<Result>(
  form: readonly unknown[],
  send: (key: string) => Promise<Result>,
): Promise<Result> {
  const name = nameOf(form);
  const one = underWay.get(name) ?? { key: randomUUID(), times: 0 };
  underWay.set(name, one);
  one.times += 1;
  try {
    return await send(one.key);
  } finally {
    one.times -= 1;
    if (one.times === 0) underWay.delete(name);
  }
}

/** Milliseconds for which an answer is kept for the second press of a button. */
export const answerKeptMs = 3_000;

/** By what the forms say, of which nothing is kept in clear. */
const answers = new Map<string, Promise<unknown>>();

/**
 * Asks once for a form that cannot be sent twice, such as a sign-in with a code: the same form gets the same answer while the
 * first is under way, and until that has reached the browser. What failed is asked anew. @param form as of {@link withKey}
 */
export function answeredOnce<Result>(form: readonly unknown[], ask: () => Promise<Result>): Promise<Result> {
  const name = nameOf(form);
  const first = answers.get(name) as Promise<Result> | undefined;
  if (first !== undefined) return first;
  const answer = ask();
  answers.set(name, answer);
  const forget = () => answers.delete(name);
  answer.then(() => setTimeout(forget, answerKeptMs).unref(), forget);
  return answer;
}

/** With a key of this process: a password among it cannot be guessed from the name. */
const nameOf = (form: readonly unknown[]): string =>
  createHmac('sha256', nameKey).update(JSON.stringify(form)).digest('base64url');
