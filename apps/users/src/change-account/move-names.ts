import type { ClientBase } from 'pg';
import { isStaff } from '#policy/rule.js';
import { free } from '../person/free.js';
import type { Profile } from '../person/profile.js';
import { release } from '../person/release.js';
import { emailHash, staffNameHash, usernameHash } from '../person/reservation-hashes.js';
import { guardStaffName } from '../person/staff-names.js';
import { takeNames } from '../person/take-names.js';
import type { ProfileChange } from './profile-changed.js';

/** Takes an account's new name and e-mail, and lets go of the ones before. @throws Problem as {@link takeNames} */
export async function moveNames(
  client: ClientBase,
  pseudonymKey: Buffer,
  { profile, change, personId }: { profile: Profile; change: ProfileChange; personId: string },
): Promise<void> {
  const { username, email } = change;
  await takeNames(client, pseudonymKey, { username, email }, personId);
  if (username !== undefined) {
    const before = usernameHash(pseudonymKey, profile.username);
    if (before !== usernameHash(pseudonymKey, username)) await release(client, 'username', before, personId);
    if (isStaff(profile.roles)) {
      await free(client, 'staff-name', staffNameHash(pseudonymKey, profile.username), personId);
      await guardStaffName(client, pseudonymKey, username, personId);
    }
  }
  if (email !== undefined && profile.email !== null) {
    const before = emailHash(pseudonymKey, profile.email);
    if (before !== emailHash(pseudonymKey, email)) await free(client, 'email', before, personId);
  }
}
