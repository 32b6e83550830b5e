import type { PersonEvent } from '#contracts/events.js';
import { fold } from '#decider/decider.js';
import type { StoreTransaction } from '#event-store/event-store.js';
import { notFound } from '#service/problem.js';
import { personDecider } from '../person/person.decider.js';

/** @throws Problem 404 unless the person is an account: guests have no profile. */
export async function requireProfile(readStream: StoreTransaction['readStream'], personId: string): Promise<void> {
  const events = (await readStream(`person-${personId}`)) as unknown as PersonEvent[];
  if (fold(personDecider, events).kind !== 'account') throw notFound('profile');
}
