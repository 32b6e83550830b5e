import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { topics } from '#contracts/topics.js';
import type { EventStore, StoreTransaction } from '#event-store/event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import type { Pool, PoolClient } from 'pg';
import { erasureDecider } from '../erasure/erasure.decider.js';
import type { PersonNow } from '../person/person.state.js';
import { personStream, readPerson, savePerson } from '../person/read-person.js';
import type { StreamNow } from '../state/kept-fold.js';
import { deleteLeftovers } from './delete-leftovers.js';
import { deleteRefreshTokens } from './delete-refresh-tokens.js';
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
 * Erases a person who is due: the event and what is kept beside the events in one transaction, then the key, then the
 * note that it is done. The guests who have become them are made due in the same transaction, and erased each by itself:
 * there may be many. Whoever dies between leaves the rows due, and each step may be repeated.
 * @param because the request for it, where that stands in the stream of another
 */
export async function erasePerson(place: ErasingPlace, personId: string, because?: string): Promise<void> {
  const { store, pool, keyring } = place;
  await deleteRefreshTokens(pool, personId);
  const erased = await store.transact(async (transaction) => {
    const { client } = transaction;
    // The person before the row, as whoever cancels it does.
    const person = await readPerson(client, personId);
    if (!(await lockDueErasure(client, personId))) return undefined;
    const causationId = person.state.erasureRequest ?? because;
    // Before it is asked who is linked: a link under way holds the account's credentials.
    await deleteLeftovers(client, personId);
    const guests = await findGuestsOf(client, personId);
    await makeDue(client, guests);
    await appendErased(transaction, personId, person, causationId);
    return { guests, causationId };
  });
  if (!erased) return;
  await keyring.destroyKey(personId);
  await noteErased(pool, personId);
  for (const guestId of erased.guests) await erasePerson(place, guestId, erased.causationId);
}

async function appendErased(
  { client, append }: StoreTransaction<PoolClient>,
  personId: string,
  person: StreamNow<PersonNow>,
  causationId: string | undefined,
): Promise<void> {
  const recordedAt = new Date().toISOString();
  const data = { personId, actor: { kind: 'system' as const, rule: 'erasure-due' } };
  const event = { id: randomUUIDv7(), type: 'PersonErased' as const, occurredAt: recordedAt, data };
  const events = erasureDecider.decide({ type: 'ErasePerson', event }, person.state);
  const stream = personStream(personId);
  await append([{ stream, expectedVersion: person.version, topic: topics.users.name, key: personId, events }], {
    correlationId: randomUUID(),
    recordedAt,
    ...(causationId !== undefined && { causationId }),
  });
  await savePerson(client, personId, person, events);
}
