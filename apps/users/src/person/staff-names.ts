import type { ClientBase } from 'pg';
import { findReservations } from './find-reservations.js';
import { nameSkeleton } from './name-skeleton.js';
import { reserve } from './reserve.js';
import { staffNameHash } from './reservation-hashes.js';

/** Names that speak for the site, whoever works there. */
const official = new Set(
  [
    ...['admin', 'administrator', 'moderator', 'mod', 'editor', 'staff', 'support', 'root', 'system'],
    ...['anonymous', 'guest', 'broadside', 'webmaster', 'postmaster', 'security', 'erased'],
  ].map(nameSkeleton),
);

/** @param skeleton as {@link nameSkeleton} returns it. */
export const isOfficialName = (skeleton: string) => official.has(skeleton);

/** Whether a name can be mistaken for that of a staff member other than this person. */
export async function looksLikeStaff(
  client: ClientBase,
  pseudonymKey: Buffer,
  username: string,
  personId: string,
): Promise<boolean> {
  const hash = staffNameHash(pseudonymKey, username);
  const holder = (await findReservations(client, 'staff-name', [hash])).get(hash);
  if (holder === personId) return false;
  return holder !== undefined || isOfficialName(nameSkeleton(username));
}

/** From now on nobody else can take a name that looks like this one. */
export async function guardStaffName(
  client: ClientBase,
  pseudonymKey: Buffer,
  username: string,
  personId: string,
): Promise<void> {
  await reserve(client, 'staff-name', staffNameHash(pseudonymKey, username), personId);
}
