import type { ClientBase } from 'pg';
import { reserve } from '../person/reserve.js';
import { emailHash, usernameHash } from '../person/reservation-hashes.js';

const mostAttempts = 1_000;

/** Reserves an author's e-mail, and their name or the first free one with a number behind. @returns the name. */
export async function reserveUsername(
  client: ClientBase,
  pseudonymKey: Buffer,
  { name, email }: { name: string; email?: string | undefined },
  personId: string,
): Promise<string> {
  if (email !== undefined) await reserve(client, 'email', emailHash(pseudonymKey, email), personId);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const username = attempt === 1 ? name : `${name} ${attempt}`;
    if (await reserve(client, 'username', usernameHash(pseudonymKey, username), personId)) return username;
  }
  return `${name} ${personId.slice(-8)}`;
}
