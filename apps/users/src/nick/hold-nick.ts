import type { ClientBase } from 'pg';
import { conflict } from '#http/problem.js';
import { release } from '../person/release.js';
import { requireFreeName } from '../person/require-free-name.js';
import { reserve } from '../person/reserve.js';
import { usernameHash } from '../person/reservation-hashes.js';
import { refuseStaffName } from '../person/staff-names.js';
import type { Names } from './names-of.js';

interface Holder {
  personId: string;
  names: Names;
}

/**
 * Takes a nick: an account holds it from now on, and what it had before for 90 days more; a guest must find it free.
 * @throws Problem 409 for what another holds, 422 for a name that looks like the staff's.
 */
export async function holdNick(
  client: ClientBase,
  key: Buffer,
  { personId, names }: Holder,
  nick: string,
): Promise<void> {
  if (names.kind === 'guest') return requireFreeName(client, key, { name: nick, field: 'nick', personId });
  if (!(await reserve(client, 'username', usernameHash(key, nick), personId))) {
    throw conflict('Somebody else has this name.', { nick: ['has already been taken'] });
  }
  await refuseStaffName(client, key, nick, personId, 'nick');
  await letGoOfNick(client, key, { personId, names }, nick);
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
