import type { ClientBase, Pool } from 'pg';
import type { ChangeAccount as Wish } from '#contracts/people/account.commands.js';
import { lockCredentials } from '../log-in/lock-credentials.js';
import { passwordFits } from '../person/password-fits.js';
import type { ChangeAccount } from '../person/person.decider.js';
import { needsPassword } from './needs-password.js';

/** The present password as it was judged before the transaction: the hash that it fits. */
export type Judged = 'not shown' | { passwordHash: string | undefined };

/** Judges it only where it may be needed. @param at ISO 8601. @throws Rejection where too many were wrong today */
export async function judgePresent(
  pool: Pool,
  { personId, wanted, at }: { personId: string; wanted: Wish; at: string },
): Promise<Judged> {
  const { currentPassword: password, ...change } = wanted;
  const isNeedless = change.password === undefined && change.email === undefined;
  if (password === undefined || isNeedless) return 'not shown';
  return { passwordHash: await passwordFits(pool, { personId, password, at }) };
}

/** What it comes to in the transaction, which holds the password that was judged. */
export async function presentPassword(
  client: ClientBase,
  judged: Judged,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<ChangeAccount['presentPassword']> {
  if (judged === 'not shown') return (await needsPassword(client, { personId, sessionId })) ? 'missing' : 'not needed';
  const { passwordHash } = judged;
  if (passwordHash === undefined) return 'wrong';
  return (await lockCredentials(client, { personId, passwordHash })) ? 'right' : 'wrong';
}
