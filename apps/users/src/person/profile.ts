import type { RecordedEvent } from '#contracts/envelope.js';
import type { PersonEvent } from '#contracts/events.js';
import type { PersonalField } from '#contracts/personal-fields.js';
import type { Role } from '#contracts/people/role.events.js';
import { rolesAfter } from '#contracts/people/standing.js';
import type { Sealed } from '#contracts/sealed.js';
import type { PersonKey } from '#keyring/keyring.js';
import { openOrErased } from '#keyring/open.js';

/** What is told of an account; an imported author may be without e-mail. */
export interface Profile {
  username: string;
  email: string | null;
  bio: string | null;
  image: string | null;
  roles: Role[];
}

/** An account's profile as its events left it, with the seals opened; undefined for who is no account. */
export function profileOf(events: RecordedEvent[], key: PersonKey | undefined): Profile | undefined {
  let profile: Profile | undefined;
  for (const event of events as unknown as PersonEvent[]) {
    const opened = (field: PersonalField, sealed: Sealed) => openOrErased(key, event.id, field, sealed);
    if (event.type === 'UserRegistered') {
      const { username, email, roles } = event.data;
      profile = {
        username: opened('name', username),
        email: email === undefined ? null : opened('email', email),
        bio: null,
        image: null,
        roles,
      };
    } else if (event.type === 'ProfileChanged' && profile) {
      const { username, email, bio, image } = event.data;
      profile = {
        ...profile,
        ...(username !== undefined && { username: opened('name', username) }),
        ...(email !== undefined && { email: email && opened('email', email) }),
        ...(bio !== undefined && { bio: bio && opened('bio', bio) }),
        ...(image !== undefined && { image: image && opened('image', image) }),
      };
    } else if ((event.type === 'RoleGranted' || event.type === 'RoleRevoked') && profile) {
      profile = { ...profile, roles: rolesAfter(profile.roles, event) };
    } else if (event.type === 'PersonErased') {
      profile = undefined;
    }
  }
  return profile;
}
