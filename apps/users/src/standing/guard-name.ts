import type { PersonKey } from '#keyring/keyring.js';
import { isStaff } from '#contracts/people/staff-roles.js';
import type { ClientBase } from 'pg';
import { free } from '../person/free.js';
import { profileOf } from '../person/profile.js';
import { readPerson } from '../person/read-person.js';
import { staffNameHash } from '../person/reservation-hashes.js';
import { guardStaffName } from '../person/staff-names.js';

/** Protects a staff member's name from look-alikes, as long as they have a role. */
export async function guardName(
  client: ClientBase,
  pseudonymKey: Buffer,
  personId: string,
  key: PersonKey | undefined,
): Promise<void> {
  const profile = profileOf(await readPerson(client, personId), key);
  if (!profile) return;
  if (isStaff(profile.roles)) await guardStaffName(client, pseudonymKey, profile.username, personId);
  else await free(client, 'staff-name', staffNameHash(pseudonymKey, profile.username), personId);
}
