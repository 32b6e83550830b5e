import { shownText } from '#contracts/personal.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { Role } from '#contracts/people/role.events.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openSealed, type SealedIn } from '#keyring/sealed-in.js';
import type { PersonBefore } from './read-person.js';

/** The profile of an account; an imported author may have no e-mail. */
export interface Profile {
  username: string;
  email: string | null;
  bio: string | null;
  image: string | null;
  roles: readonly Role[];
}

/** An account's profile in clear, `[erased]` where the key is destroyed; undefined for anybody but an account. */
export function profileOf({ state, profile }: PersonBefore, key: PersonKey | undefined): Profile | undefined {
  const { name, email, bio, image } = profile;
  if (state.kind !== 'account' || name === null) return undefined;
  const opened = (field: PersonalField, sealed: SealedIn) => shownText(openSealed(key, field, sealed));
  return {
    username: opened('name', name),
    email: email && opened('email', email),
    bio: bio && opened('bio', bio),
    image: image && opened('image', image),
    roles: state.roles,
  };
}
