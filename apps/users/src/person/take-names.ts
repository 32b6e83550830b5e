import type { ClientBase } from 'pg';
import { emailHash, usernameHash } from './reservation-hashes.js';
import { reserve } from './reserve.js';
import { looksLikeStaff } from './staff-names.js';

interface Names {
  username?: string | undefined;
  email?: string | undefined;
}

/** The facts about an account's requested name and e-mail. */
export interface NamesTaken {
  /** Those that another person has. */
  taken: ('username' | 'email')[];
  looksLikeStaff: boolean;
}

/** Reserves an account's name and e-mail, those that are given and free. */
export async function takeNames(
  client: ClientBase,
  pseudonymKey: Buffer,
  { username, email }: Names,
  personId: string,
): Promise<NamesTaken> {
  const taken: NamesTaken['taken'] = [];
  // Always in this order, so that two transactions for the same names cannot deadlock.
  if (username !== undefined && !(await reserve(client, 'username', usernameHash(pseudonymKey, username), personId))) {
    taken.push('username');
  }
  if (email !== undefined && !(await reserve(client, 'email', emailHash(pseudonymKey, email), personId))) {
    taken.push('email');
  }
  const looks = username !== undefined && (await looksLikeStaff(client, pseudonymKey, username, personId));
  return { taken, looksLikeStaff: looks };
}
