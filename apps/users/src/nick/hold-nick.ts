import type { ClientBase } from 'pg';
import { peekName } from '../person/peek-name.js';
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
 * Reserves a nick if nobody else has it. An account holds it from now on, and its former nick for another 90 days; a guest
 * holds none.
 */
export async function holdNick(
  client: ClientBase,
  key: Buffer,
  { personId, names }: Holder,
  nick: string,
): Promise<NameStanding> {
  if (names.kind === 'guest') return peekName(client, key, { name: nick, personId });
  const isTaken = !(await reserve(client, 'username', usernameHash(key, nick), personId));
  const looks = await looksLikeStaff(client, key, nick, personId);
  if (!isTaken) await letGoOfNick(client, key, { personId, names }, nick);
  return { isTaken, looksLikeStaff: looks };
}

/** Releases a person's nick, unless it is also their next name, or their own. */
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
