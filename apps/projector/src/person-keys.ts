import type { BroadsideEvent } from '#contracts/events.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';
import { inOneGo } from '#postgres/in-one-go.js';
import { findErasedPeople } from '#read-models/erased-person/find-erased-people.js';
import { lockErasures } from '#read-models/erased-person/lock-erasures.js';
import type { ClientBase } from 'pg';

/** The keys of the people, and ranges of addresses, a batch of events is about; none for those who are erased. */
export type PersonKeys = Map<string, PersonKey | undefined>;

/** Whose seals an event holds: a range of addresses has a key of its own. */
function personOf(event: BroadsideEvent): string[] {
  switch (event.type) {
    case 'CommentPosted':
      return [event.data.author.personId];
    case 'GuestIntroduced':
    case 'UserRegistered':
    case 'ProfileChanged':
    case 'NickPicked':
    case 'OriginalNickRestored':
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'PersonWarned':
    case 'PersonSuspended':
    case 'PersonBanned':
    case 'PersonPremoderated':
    case 'PersonReinstated':
      return [event.data.personId];
    case 'AddressRangeSuspended':
    case 'AddressRangeBanned':
    case 'AddressRangePremoderated':
      return [event.data.rangeId];
    default:
      return [];
  }
}

/** Whether an event makes a row that an erasure, in another partition, takes away. */
const isErasable = (event: BroadsideEvent) =>
  personOf(event).length > 0 || event.type === 'PersonFollowed' || event.type === 'PersonUnfollowed';

/**
 * Fetches all keys of a batch at once. Who is erased has none: not in this batch, nor in a later one that a keyring
 * remembers a key for, nor in a restored keyring, where the key is destroyed again.
 */
export async function fetchPersonKeys(
  keyring: Keyring,
  events: BroadsideEvent[],
  client: ClientBase,
): Promise<PersonKeys> {
  const people = [...new Set(events.flatMap(personOf))];
  const erasing = events.flatMap((event) => (event.type === 'PersonErased' ? [event.data.personId] : []));
  if (erasing.length === 0 && !events.some(isErasable)) return new Map();
  for (const personId of erasing) await keyring.destroyKey(personId);
  const [, erased, keys] = await inOneGo([
    lockErasures(client, erasing.length > 0 ? 'erasing' : 'writing'),
    findErasedPeople(client, people),
    keyring.keysOf(people),
  ]);
  for (const personId of [...erased, ...erasing]) keys.set(personId, undefined);
  return keys;
}
