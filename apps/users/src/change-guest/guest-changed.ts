import { randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import type { ChangeGuest } from '#contracts/people/guest.commands.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { GuestDetails } from './guest-details.js';

/** What of a wish is new. */
export const whatChanges = (details: GuestDetails, { name, email, website }: ChangeGuest): ChangeGuest => ({
  ...(name !== undefined && name !== details.name && { name }),
  ...(email !== undefined && email !== details.email && { email }),
  ...(website !== undefined && website !== details.website && { website }),
});

/** The event of a guest's change, sealed under their key. */
export function guestChanged(
  personId: string,
  { name, email, website }: ChangeGuest,
  key: PersonKey,
  occurredAt: string,
): Extract<PersonEvent, { type: 'ProfileChanged' }> {
  const id = randomUUIDv7();
  const sealed = (field: PersonalField, text: string | null) => text && seal(key, id, field, text);
  const data = {
    personId,
    ...(name !== undefined && { username: seal(key, id, 'name', name) }),
    ...(email !== undefined && { email: sealed('email', email) }),
    ...(website !== undefined && { website: sealed('website', website) }),
    actor: { kind: 'person' as const, id: personId },
  };
  return { id, type: 'ProfileChanged', occurredAt, data };
}
