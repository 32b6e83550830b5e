import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import { fold } from '#decider/decider.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import type { Pool, PoolClient } from 'pg';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { deleteLeftovers } from './delete-leftovers.js';
import { lockDueErasure } from './lock-due-erasure.js';
import { noteErased } from './note-erased.js';

export interface ErasingPlace {
  store: EventStore<PoolClient>;
  pool: Pool;
  keyring: Keyring;
}

/**
 * Erases a person who is due: the event and what is kept beside the events in one transaction, then the key, then the
 * note that it is done. Whoever dies between leaves the row due, and each step may be repeated.
 */
export async function erasePerson({ store, pool, keyring }: ErasingPlace, personId: string): Promise<void> {
  const isOurs = await store.transact(async ({ client, readStream, append }) => {
    if (!(await lockDueErasure(client, personId))) return false;
    const stream = `person-${personId}`;
    const past = await readStream(stream);
    const now = new Date().toISOString();
    const data = { personId, actor: { kind: 'system' as const, rule: 'erasure-due' } };
    const event = { id: randomUUIDv7(), type: 'PersonErased' as const, occurredAt: now, data };
    const events = erasureDecider.decide(
      { type: 'ErasePerson', event },
      fold(erasureDecider, past as unknown as PersonEvent[]),
    );
    const asked = past.findLast(({ type }) => type === 'ErasureRequested');
    const metadata = { correlationId: randomUUID(), recordedAt: now, ...(asked && { causationId: asked.id }) };
    await append([{ stream, expectedVersion: past.length, topic: topics.users.name, key: personId, events }], metadata);
    await deleteLeftovers(client, personId);
    return true;
  });
  if (!isOurs) return;
  await keyring.destroyKey(personId);
  await noteErased(pool, personId);
}
