import type { PersonalField } from '#contracts/personal-fields.js';
import type { PersonKey } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import type { PersonNow } from '../person/person.state.js';
import type { SealedIn } from '../person/sealed-profile.js';

/** What a guest is remembered by. */
export interface GuestDetails {
  name: string;
  email: string | null;
  website: string | null;
}

/** A guest's details with the seals opened; undefined for who is no guest. */
export function guestDetailsOf({ kind, name, email, website }: PersonNow, key: PersonKey): GuestDetails | undefined {
  if (kind !== 'guest' || name === null) return undefined;
  const opened = (field: PersonalField, { eventId, value }: SealedIn) => open(key, eventId, field, value);
  return {
    name: opened('name', name),
    email: email && opened('email', email),
    website: website && opened('website', website),
  };
}
