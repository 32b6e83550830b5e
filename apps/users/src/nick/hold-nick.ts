import type { ClientBase } from 'pg';
import { lookAtName } from '../person/look-at-name.js';
import type { NameStanding } from '../person/names.rules.js';
import { release } from '../person/release.js';
import { reserve } from '../person/reserve.js';
import { usernameHash } from '../person/reservation-hashes.js';
import { looksLikeStaff } from '../person/staff-names.js';
import type { Names } from './names-of.js';

interface Holder {
  personId: string;
  names: Names;
}

/**
 * Takes a nick where nobody else has it: an account holds it from now on, and what it had before for 90 days more; a guest
 * holds none.
 */
export async function holdNick(
  client: ClientBase,
  key: Buffer,
  { personId, names }: Holder,
  nick: string,
): Promise<NameStanding> {
  if (names.kind === 'guest') return lookAtName(client, key, { name: nick, personId });
  const isTaken = !(await reserve(client, 'username', usernameHash(key, nick), personId));
  const looks = await looksLikeStaff(client, key, nick, personId);
  if (!isTaken) await letGoOfNick(client, key, { personId, names }, nick);
  return { isTaken, looksLikeStaff: looks };
}

/** Lets go of the nick somebody has, unless it is the name they have next, or their own. */
export async function letGoOfNick(
  client: ClientBase,
  key: Buffer,
  { personId, names }: Holder,
  next?: string,
): Promise<void> {
  if (names.kind === 'guest' || names.nick === null) return;
  const stays = [names.original, ...(next === undefined ? [] : [next])].map((name) => usernameHash(key, name));
  const given = usernameHash(key, names.nick);
  if (!stays.includes(given)) await release(client, 'username', given, personId);
}
