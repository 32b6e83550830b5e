import { VersionConflict } from '#event-store/event-store.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { endByRule } from './end-by-rule.js';
import { findSurplusSessions } from './find-surplus-sessions.js';

/**
 * Ends a person's oldest sessions if there are too many. It ends several at once, so that many sign-ins lead to few events.
 * If another transaction writes to the stream at this moment, the next sign-in does it.
 */
export async function endSurplusSessions(
  pool: Pool,
  store: SealingEventStore<PoolClient>,
  personId: string,
  now: Date,
): Promise<void> {
  const these = await findSurplusSessions(pool, personId);
  if (these.length === 0) return;
  const ending = { personId, these, reason: 'signed-out' as const, rule: 'most-sessions' };
  await store
    .transact((transaction) => endByRule(transaction, ending, now))
    .catch((error: unknown) => {
      if (!(error instanceof VersionConflict)) throw error;
    });
}
