import { randomUUID } from 'node:crypto';
import { topics } from '#contracts/topics.js';
import type { StoreTransaction } from '#event-store/event-store.js';
import type { PoolClient } from 'pg';
import { personDecider } from '../person/person.decider.js';
import { personStream, readPerson, savePerson } from '../person/read-person.js';
import { endSessions } from './end-sessions.js';
import { sessionsEnded, type EndingReason } from './sessions-ended.js';

export interface EndingByRule {
  personId: string;
  these: string[];
  reason: EndingReason;
  /** By which rule the system ends them. */
  rule: string;
}

/** Ends sessions that nobody asked to end. @throws VersionConflict */
export async function endByRule(
  { client, append }: StoreTransaction<PoolClient>,
  { personId, these, reason, rule }: EndingByRule,
  now: Date,
): Promise<void> {
  const person = await readPerson(client, personId);
  const recordedAt = now.toISOString();
  const ended = await endSessions(client, { personId, these });
  const event = sessionsEnded(personId, ended, reason, recordedAt, { kind: 'system', rule });
  const events = personDecider.decide({ type: 'EndSessions', event }, person.state);
  const { version: expectedVersion } = person;
  const stream = personStream(personId);
  const metadata = { correlationId: randomUUID(), recordedAt };
  await append([{ stream, expectedVersion, topic: topics.users.name, key: personId, events }], metadata);
  await savePerson(client, personId, person, events);
}
