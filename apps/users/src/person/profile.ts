import type { PersonalField } from '#contracts/personal-fields.js';
import type { Role } from '#contracts/people/role.events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openOrErased } from '#keyring/open.js';
import type { PersonNow } from './person.state.js';
import type { SealedIn } from './sealed-profile.js';

/** What is told of an account; an imported author may be without e-mail. */
export interface Profile {
  username: string;
  email: string | null;
  bio: string | null;
  image: string | null;
  roles: readonly Role[];
}

/** An account's profile with the seals opened; undefined for who is no account. */
export function profileOf(person: PersonNow, key: PersonKey | undefined): Profile | undefined {
  const { kind, name, email, bio, image, roles } = person;
  if (kind !== 'account' || name === null) return undefined;
  const opened = (field: PersonalField, { eventId, value }: SealedIn) => openOrErased(key, eventId, field, value);
  return {
    username: opened('name', name),
    email: email && opened('email', email),
    bio: bio && opened('bio', bio),
    image: image && opened('image', image),
    roles,
  };
}
