import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { decideIn } from '#commands/decide-on.js';
import type { Keyring } from '#keyring/keyring.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { personStream } from '../person/person-stream.js';
import { readPerson } from '../person/read-person.js';
import { deleteLeftovers } from './delete-leftovers.js';
import { deleteRefreshTokens } from './delete-refresh-tokens.js';
import { findGuestsOf } from './find-guests-of.js';
import { lockDueErasure } from './lock-due-erasure.js';
import { makeDue } from './make-due.js';
import { noteErased } from './note-erased.js';

export interface ErasingPlace {
  store: SealingEventStore<PoolClient>;
  pool: Pool;
  keyring: Keyring;
}

const actor = { kind: 'system' as const, rule: 'erasure-due' };

/**
 * Erases a person who is due. One transaction appends the event and deletes what is stored beside the events; then the key
 * is destroyed; then the erasure is recorded as done. Guests linked to the account become due in the same transaction, and
 * are erased one by one, because there may be many. If the process dies in between, the rows stay due; each step may be
 * repeated.
 * @param because the id of the event that requested it, if that is in another stream
 */
export async function erasePerson(place: ErasingPlace, personId: string, because?: string): Promise<void> {
  const { store, pool, keyring } = place;
  await deleteRefreshTokens(pool, personId);
  const erased = await store.transact(async (transaction) => {
    const { client } = transaction;
    // Locks the person before the row, in the order that cancelling does.
    const { state } = await readPerson(client, personId);
    if (!(await lockDueErasure(client, personId))) return undefined;
    const causationId = state.erasureRequest?.eventId ?? because;
    // Before the links are read: a running link holds a lock on the account's credentials.
    await deleteLeftovers(client, personId);
    const guests = await findGuestsOf(client, personId);
    await makeDue(client, guests);
    const recordedAt = new Date().toISOString();
    const command = { type: 'ErasePerson' as const, personId, at: recordedAt, ids: [randomUUIDv7()], actor };
    const decision = { of: personStream(personId), decider: erasureDecider, command };
    const metadata = { correlationId: randomUUID(), recordedAt, ...(causationId !== undefined && { causationId }) };
    await decideIn(transaction, decision, metadata);
    return { guests, causationId };
  });
  if (!erased) return;
  await keyring.destroyKey(personId);
  await noteErased(pool, personId);
  for (const guestId of erased.guests) await erasePerson(place, guestId, erased.causationId);
}
