import { randomUUID } from 'node:crypto';
import { topics } from '#contracts/topics.js';
import type { EventStore } from '#event-store/event-store.js';
import type { TokenHolder } from '#identity/caller.js';
import type { PoolClient } from 'pg';
import { spendOn } from '../budget/spend-on.js';
import { personDecider } from '../person/person.decider.js';
import { personStream, readPerson, savePerson } from '../person/read-person.js';
import { sessionsEnded } from '../session/sessions-ended.js';
import { endCredential } from './end-credential.js';
import { nextCredentialId } from './next-credential.js';

export interface RotatingPlace {
  store: EventStore<PoolClient>;
  key: Buffer;
  graceSeconds: number;
  lifetimeSeconds: number;
}

export interface NextCredential {
  id: string;
  issuedAt: Date;
  /** Of the guest's stream. */
  version: number;
}

/**
 * Gives the credential that follows one. The old one ends; shown once more within the grace, by a guest who did not get
 * the answer, it gives the same.
 * @returns undefined for one that is good for nothing.
 */
export async function rotateCredential(
  { store, key, graceSeconds, lifetimeSeconds }: RotatingPlace,
  { personId, sessionId: id }: TokenHolder,
  at: Date,
): Promise<NextCredential | undefined> {
  const followerId = nextCredentialId(key, id);
  const stream = personStream(personId);
  const expiresAt = new Date(at.getTime() + lifetimeSeconds * 1_000);
  return store.transact(async ({ client, append }) => {
    const now = await readPerson(client, personId);
    const { version } = now;
    const ended = await endCredential(client, { id, followerId, personId, at, expiresAt });
    const isInGrace = at.getTime() - ended.endedAt.getTime() <= graceSeconds * 1_000;
    if (!ended.now && (ended.followerEnded || !isInGrace)) return undefined;
    const issuedAt = ended.endedAt;
    if (!ended.now) return { id: followerId, issuedAt, version };
    const recordedAt = at.toISOString();
    const event = sessionsEnded(personId, [id], 'credential-rotated', recordedAt);
    const events = personDecider.decide({ type: 'RotateCredential', event }, now.state);
    const metadata = { correlationId: randomUUID(), recordedAt };
    await append([{ stream, expectedVersion: version, topic: topics.users.name, key: personId, events }], metadata);
    await savePerson(client, personId, now, events);
    await spendOn(client, personId, events, recordedAt);
    return { id: followerId, issuedAt, version: version + events.length };
  });
}
