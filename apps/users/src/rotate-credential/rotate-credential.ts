import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { decideIn } from '#commands/decide-on.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { TokenHolder } from '#identity/caller.js';
import type { PoolClient } from 'pg';
import { personDecider } from '../person/person.decider.js';
import { personStream } from '../person/person-stream.js';
import { readPerson } from '../person/read-person.js';
import { endCredential } from './end-credential.js';
import { nextCredentialId } from './next-credential.js';

const reason = 'credential-rotated' as const;

export interface RotatingPlace {
  store: SealingEventStore<PoolClient>;
  key: Buffer;
  graceSeconds: number;
  lifetimeSeconds: number;
}

export interface NextCredential {
  id: string;
  issuedAt: Date;
  /** The version of the guest's stream. */
  version: number;
}

/**
 * Returns the credential after a given one. The old one ends; if a guest who did not get the answer presents it again within
 * the grace, it leads to the same.
 * @returns undefined for an invalid credential.
 */
export async function rotateCredential(
  { store, key, graceSeconds, lifetimeSeconds }: RotatingPlace,
  { personId, sessionId: id }: TokenHolder,
  at: Date,
): Promise<NextCredential | undefined> {
  const followerId = nextCredentialId(key, id);
  const expiresAt = new Date(at.getTime() + lifetimeSeconds * 1_000);
  return store.transact(async (transaction) => {
    const { client } = transaction;
    // Locks the person before the credential, in the order of all decisions on a person.
    const { version } = await readPerson(client, personId);
    const ended = await endCredential(client, { id, followerId, personId, at, expiresAt });
    const isInGrace = at.getTime() - ended.endedAt.getTime() <= graceSeconds * 1_000;
    if (!ended.now && (ended.followerEnded || !isInGrace)) return undefined;
    const issuedAt = ended.endedAt;
    if (!ended.now) return { id: followerId, issuedAt, version };
    const recordedAt = at.toISOString();
    const by = { at: recordedAt, ids: [randomUUIDv7()], actor: { kind: 'person' as const, id: personId } };
    const command = { ...by, type: 'RotateCredential' as const, personId, sessionIds: [id], reason };
    const decision = { of: personStream(personId), decider: personDecider, command };
    const decided = await decideIn(transaction, decision, { correlationId: randomUUID(), recordedAt });
    return { id: followerId, issuedAt, version: decided.version };
  });
}
