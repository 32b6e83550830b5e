import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#contracts/event-data.js';
import type { PersonEvent } from '#contracts/events.js';

type SessionsEnded = Extract<PersonEvent, { type: 'SessionsEnded' }>;
export type EndingReason = SessionsEnded['data']['reason'];

/** The event by which everyone else learns that sessions have ended; by the person themselves unless told. */
export const sessionsEnded = (
  personId: string,
  sessionIds: string[],
  reason: EndingReason,
  occurredAt: string,
  actor: Actor = { kind: 'person', id: personId },
): SessionsEnded => ({
  ...{ id: randomUUIDv7(), type: 'SessionsEnded', occurredAt },
  data: { personId, sessionIds, reason, actor },
});
