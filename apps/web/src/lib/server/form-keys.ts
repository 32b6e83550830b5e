import { createHash, randomUUID } from 'node:crypto';

/** The header by which a form's command, or a step of it, is given once; none for a form without a key. */
export const keyed = (key: string, step?: string): { headers?: Record<string, string> } =>
  key === '' ? {} : { headers: { 'idempotency-key': step === undefined ? key : `${key}-${step}` } };

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
  const name = createHash('sha256').update(JSON.stringify(form)).digest('base64url');
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
