import type { ClientBase } from 'pg';
import { conflict } from '#http/problem.js';
import { findHeld } from './find-held.js';
import { usernameHash } from './reservation-hashes.js';
import { refuseStaffName } from './staff-names.js';

/**
 * A guest holds no name, and two may have the same; but none that an account holds, or held within 90 days.
 * @throws Problem 409 for such a name, 422 for one that looks like the staff's.
 */
export async function requireFreeName(
  client: ClientBase,
  pseudonymKey: Buffer,
  { name, field, personId }: { name: string; field: 'name' | 'nick'; personId: string },
): Promise<void> {
  const hash = usernameHash(pseudonymKey, name);
  const held = await findHeld(client, 'username', [hash], personId);
  if (held.has(hash)) throw conflict('An account has this name.', { [field]: ['has already been taken'] });
  await refuseStaffName(client, pseudonymKey, name, personId, field);
}
