import { randomUUIDv7 } from 'node:crypto';
import type { PersonEvent } from '#contracts/events.js';
import type { ChangeAccount } from '#contracts/people/account.commands.js';
import type { PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { Profile } from '../person/profile.js';

export type ProfileChange = Omit<ChangeAccount, 'password'>;

/** What of a wish is new to the profile. */
export function whatChanges(profile: Profile, { username, email, bio, image }: ProfileChange): ProfileChange {
  return {
    ...(username !== undefined && username !== profile.username && { username }),
    ...(email !== undefined && email !== profile.email && { email }),
    ...(bio !== undefined && bio !== profile.bio && { bio }),
    ...(image !== undefined && image !== profile.image && { image }),
  };
}

/** The event of a change, sealed under the person's key; undefined where nothing changes. */
export function profileChanged(
  personId: string,
  { username, email, bio, image }: ProfileChange,
  key: PersonKey,
  occurredAt: string,
): Extract<PersonEvent, { type: 'ProfileChanged' }> {
  const id = randomUUIDv7();
  const data = {
    personId,
    ...(username !== undefined && { username: seal(key, id, 'name', username) }),
    ...(email !== undefined && { email: seal(key, id, 'email', email) }),
    ...(bio !== undefined && { bio: bio && seal(key, id, 'bio', bio) }),
    ...(image !== undefined && { image: image && seal(key, id, 'image', image) }),
    actor: { kind: 'person' as const, id: personId },
  };
  return { id, type: 'ProfileChanged', occurredAt, data };
}
