import type { ClientBase } from 'pg';
import { findHeld } from './find-held.js';
import type { NameStanding } from './names.rules.js';
import { usernameHash } from './reservation-hashes.js';
import { looksLikeStaff } from './staff-names.js';

/** Whether a guest may use a name; does not reserve it. */
export async function peekName(
  client: ClientBase,
  pseudonymKey: Buffer,
  { name, personId }: { name: string; personId: string },
): Promise<NameStanding> {
  const hash = usernameHash(pseudonymKey, name);
  const held = await findHeld(client, 'username', [hash], personId);
  return { isTaken: held.has(hash), looksLikeStaff: await looksLikeStaff(client, pseudonymKey, name, personId) };
}
