import type { Keyring } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import { notFound } from '#http/problem.js';

/**
 * What a moderator says of a person in words, sealed with that person's other data for one event.
 * @throws Problem 404 for somebody who has no key, or no more.
 */
export async function sealNote(
  keyring: Keyring,
  personId: string,
  eventId: string,
  note: string | undefined,
): Promise<{ note?: string }> {
  const key = (await keyring.keysOf([personId])).get(personId);
  if (!key) throw notFound('person');
  return note === undefined ? {} : { note: seal(key, eventId, 'note', note) };
}
