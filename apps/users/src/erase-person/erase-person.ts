import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import { fold } from '#decider/decider.js';
import type { EventMetadata, EventStore, StoreTransaction } from '#event-store/event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import type { Pool, PoolClient } from 'pg';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { deleteLeftovers } from './delete-leftovers.js';
import { findGuestsOf } from './find-guests-of.js';
import { lockDueErasure } from './lock-due-erasure.js';
import { makeDue } from './make-due.js';
import { noteErased } from './note-erased.js';

export interface ErasingPlace {
  store: EventStore<PoolClient>;
  pool: Pool;
  keyring: Keyring;
}

/**
 * Erases a person who is due, and the guests who have become them: the events and what is kept beside the events in one
 * transaction, then the keys, then the note that it is done. Whoever dies between leaves the rows due, and each step may
 * be repeated.
 */
export async function erasePerson({ store, pool, keyring }: ErasingPlace, personId: string): Promise<void> {
  const erased = await store.transact(async (transaction) => {
    const { client, readStream } = transaction;
    if (!(await lockDueErasure(client, personId))) return [];
    const asked = (await readStream(`person-${personId}`)).findLast(({ type }) => type === 'ErasureRequested');
    const metadata = { correlationId: randomUUID(), recordedAt: new Date().toISOString() };
    const because = { ...metadata, ...(asked && { causationId: asked.id }) };
    // Before it is asked who is linked: a link under way holds the account's credentials.
    await deleteLeftovers(client, personId);
    const guests = await findGuestsOf(client, personId);
    await makeDue(client, guests);
    for (const guestId of guests) await deleteLeftovers(client, guestId);
    const all = [...guests, personId];
    for (const each of all) await appendErased(transaction, each, because);
    return all;
  });
  for (const each of erased) {
    await keyring.destroyKey(each);
    await noteErased(pool, each);
  }
}

async function appendErased(
  { readStream, append }: StoreTransaction<PoolClient>,
  personId: string,
  metadata: EventMetadata,
): Promise<void> {
  const stream = `person-${personId}`;
  const past = await readStream(stream);
  const data = { personId, actor: { kind: 'system' as const, rule: 'erasure-due' } };
  const event = { id: randomUUIDv7(), type: 'PersonErased' as const, occurredAt: metadata.recordedAt, data };
  const erasure = fold(erasureDecider, past as unknown as PersonEvent[]);
  const events = erasureDecider.decide({ type: 'ErasePerson', event }, erasure);
  await append([{ stream, expectedVersion: past.length, topic: topics.users.name, key: personId, events }], metadata);
}
