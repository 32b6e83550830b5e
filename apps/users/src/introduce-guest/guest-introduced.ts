import { randomUUIDv7 } from 'node:crypto';
import type { Actor, Provenance } from '#contracts/event-data.js';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';

export interface GuestDetails {
  name: string;
  email?: string | undefined;
  website?: string | undefined;
}

/** The event of a guest's introduction, with what is personal sealed under their key. */
export function guestIntroduced(
  personId: string,
  { name, email, website }: GuestDetails,
  key: PersonKey,
  actor: Actor,
  occurredAt: string,
  provenance?: Provenance,
): Extract<PersonEvent, { type: 'GuestIntroduced' }> {
  const id = randomUUIDv7();
  const data = {
    personId,
    name: seal(key, id, 'name', name),
    ...(email !== undefined && { email: seal(key, id, 'email', email) }),
    ...(website !== undefined && { website: seal(key, id, 'website', website) }),
    actor,
    ...(provenance && { provenance }),
  };
  return { id, type: 'GuestIntroduced', occurredAt, data };
}
