import type { ClientBase } from 'pg';
import { lockAccount } from '../link-guest/lock-account.js';
import { endSessions, type SessionsToEnd } from './end-sessions.js';

/**
 * Ends an account's sessions because its password changes. A sign-in under way holds the lock until its session is stored,
 * so the session is among them; a later one finds the new password.
 * @returns the ids of those that were present.
 */
export async function endSessionsWithPassword(client: ClientBase, sessions: SessionsToEnd): Promise<string[]> {
  await lockAccount(client, sessions.personId);
  return endSessions(client, sessions);
}
