import { takeAdvisoryLock } from '#event-store/take-advisory-lock.js';
import { pipelined } from '#postgres/pipelined.js';
import type { ClientBase } from 'pg';
import { reserve } from '../person/reserve.js';
import { emailHash, usernameHash } from '../person/reservation-hashes.js';
import { numberedNames } from './numbered-names.js';
import { reserveFirstFree } from './reserve-first-free.js';

/** Attempts, each for some ninety names. One fails only if another person takes the very name at the same moment. */
const maxAttempts = 10;

/**
 * Reserves an author's e-mail, and their name or the first free one with a number appended. @returns the name.
 * @throws Error if no name was free, which random numbers of nine digits make practically impossible.
 */
export async function reserveUsername(
  client: ClientBase,
  pseudonymKey: Buffer,
  { name, email }: { name: string; email?: string | undefined },
  personId: string,
): Promise<string> {
  if (email !== undefined) await reserve(client, 'email', emailHash(pseudonymKey, email), personId);
  const hash = usernameHash(pseudonymKey, name);
  if (await reserve(client, 'username', hash, personId)) return name;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const names = new Map(numberedNames(name, Math.random).map((each) => [usernameHash(pseudonymKey, each), each]));
    // Authors with the same name that are imported at once would all try the same number.
    const turn = takeAdvisoryLock(client, 'username', hash);
    const [, got] = await pipelined([turn, reserveFirstFree(client, 'username', [...names.keys()], personId)]);
    if (got !== undefined) return names.get(got) ?? name;
  }
  throw new Error('no free name was found for an author');
}
