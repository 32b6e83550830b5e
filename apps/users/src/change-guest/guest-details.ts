import { erased, type Personal } from '#contracts/personal.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openSealed, type SealedIn } from '#keyring/sealed-in.js';
import type { PersonBefore } from '../person/read-person.js';

/** What a guest is remembered by. */
export interface GuestDetails {
  name: string;
  email: string | null;
  website: string | null;
}

/** A guest's details in clear; undefined for an account, or an erased guest. */
export function guestDetailsOf({ state, profile }: PersonBefore, key: PersonKey | undefined): GuestDetails | undefined {
  const { name, email, website } = profile;
  if (state.kind !== 'guest' || name === null || !key) return undefined;
  const opened = (field: PersonalField, sealed: SealedIn) => textIn(openSealed(key, field, sealed));
  return {
    name: opened('name', name),
    email: email && opened('email', email),
    website: website && opened('website', website),
  };
}

function textIn(value: Personal): string {
  if (value === erased) throw new Error('a value whose key exists is not erased');
  return value;
}
