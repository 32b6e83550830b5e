import type { ClientBase } from 'pg';
import { conflict, type FieldErrors } from '#http/problem.js';
import { emailHash, usernameHash } from './reservation-hashes.js';
import { reserve } from './reserve.js';
import { refuseStaffName } from './staff-names.js';

interface Names {
  username?: string | undefined;
  email?: string | undefined;
}

const taken = ['has already been taken'];

/**
 * Reserves an account's name and e-mail, those that are given.
 * @throws Problem 409 naming what another holds, 422 for a name that looks like one of the staff's.
 */
export async function takeNames(
  client: ClientBase,
  pseudonymKey: Buffer,
  { username, email }: Names,
  personId: string,
): Promise<void> {
  const errors: FieldErrors = {};
  // Always in this order, so that two who want the same never wait for each other.
  if (username !== undefined && !(await reserve(client, 'username', usernameHash(pseudonymKey, username), personId))) {
    errors['username'] = taken;
  }
  if (email !== undefined && !(await reserve(client, 'email', emailHash(pseudonymKey, email), personId))) {
    errors['email'] = taken;
  }
  if (Object.keys(errors).length > 0) throw conflict('Somebody else has this name or e-mail.', errors);
  if (username !== undefined) await refuseStaffName(client, pseudonymKey, username, personId);
}
