import type { ClientBase } from 'pg';
import { findHeld } from './find-held.js';
import type { NameStanding } from './names.rules.js';
import { usernameHash } from './reservation-hashes.js';
import { looksLikeStaff } from './staff-names.js';

/** How it stands with a name that a guest would go by; it is not reserved. */
export async function lookAtName(
  client: ClientBase,
  pseudonymKey: Buffer,
  { name, personId }: { name: string; personId: string },
): Promise<NameStanding> {
  const hash = usernameHash(pseudonymKey, name);
  const held = await findHeld(client, 'username', [hash], personId);
  return { isTaken: held.has(hash), looksLikeStaff: await looksLikeStaff(client, pseudonymKey, name, personId) };
}
