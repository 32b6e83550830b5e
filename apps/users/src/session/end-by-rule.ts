import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { decideIn } from '#commands/decide-on.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { personDecider, type EndSessions } from '../person/person.decider.js';
import { personStream } from '../person/person-stream.js';
import { endSessions } from './end-sessions.js';

export interface EndingByRule {
  personId: string;
  these: string[];
  reason: EndSessions['reason'];
  /** The rule by which the system ends them. */
  rule: string;
}

/** Ends sessions by a rule of the system. @throws VersionConflict */
export async function endByRule(
  transaction: SealingTransaction<PoolClient>,
  { personId, these, reason, rule }: EndingByRule,
  now: Date,
): Promise<void> {
  const recordedAt = now.toISOString();
  const by = { at: recordedAt, ids: [randomUUIDv7()], actor: { kind: 'system' as const, rule } };
  const decision = {
    of: personStream(personId),
    decider: personDecider,
    command: async ({ client }: SealingTransaction<PoolClient>) => {
      const sessionIds = await endSessions(client, { personId, these });
      return { ...by, type: 'EndSessions' as const, personId, sessionIds, reason };
    },
  };
  await decideIn(transaction, decision, { correlationId: randomUUID(), recordedAt });
}
