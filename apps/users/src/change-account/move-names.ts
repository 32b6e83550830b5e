import type { ClientBase } from 'pg';
import { deleteResetFor } from '../password-reset/delete-reset-for.js';
import { isStaff } from '#contracts/people/staff-roles.js';
import { free } from '../person/free.js';
import type { Profile } from '../person/profile.js';
import { release } from '../person/release.js';
import { emailHash, staffNameHash, usernameHash } from '../person/reservation-hashes.js';
import { guardStaffName } from '../person/staff-names.js';
import { takeNames, type NamesTaken } from '../person/take-names.js';

/** Reserves an account's new name and e-mail if nobody else has them, and releases the former ones. */
export async function moveNames(
  client: ClientBase,
  pseudonymKey: Buffer,
  { profile, change, personId }: { profile: Profile; change: { username?: string; email?: string }; personId: string },
): Promise<NamesTaken> {
  const { username, email } = change;
  const standing = await takeNames(client, pseudonymKey, { username, email }, personId);
  if (standing.taken.length > 0) return standing;
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
    if (before !== emailHash(pseudonymKey, email)) {
      await deleteResetFor(client, before);
      await free(client, 'email', before, personId);
    }
  }
  return standing;
}
