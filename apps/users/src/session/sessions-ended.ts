import { randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';

type SessionsEnded = Extract<PersonEvent, { type: 'SessionsEnded' }>;

/** The event by which everyone else learns that sessions have ended. */
export const sessionsEnded = (
  personId: string,
  sessionIds: string[],
  reason: SessionsEnded['data']['reason'],
  occurredAt: string,
): SessionsEnded => ({
  ...{ id: randomUUIDv7(), type: 'SessionsEnded', occurredAt },
  data: { personId, sessionIds, reason, actor: actorOf(reason, personId) },
});

const actorOf = (reason: SessionsEnded['data']['reason'], personId: string) =>
  reason === 'refresh-token-reused'
    ? { kind: 'system' as const, rule: reason }
    : { kind: 'person' as const, id: personId };
