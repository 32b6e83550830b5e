import type { BroadsideEvent } from '#contracts/events.js';
import { ownersOf } from '#keyring/event-codec.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';
import { isMonth } from '#keyring/month-keys.js';
import { pipelined } from '#postgres/pipelined.js';
import { findErasedPeople } from '#read-models/erased-person/find-erased-people.js';
import { lockErasures } from '#read-models/erased-person/lock-erasures.js';
import type { ClientBase } from 'pg';

/** The keys of the people and address ranges in a batch of events; none for erased people. */
export type PersonKeys = Map<string, PersonKey | undefined>;

/**
 * The people that an event is about, and those whose seals it holds. Their erasure, in another partition, scrubs the
 * rows that the event makes.
 */
const peopleIn = (event: BroadsideEvent): string[] => [
  ...('personId' in event.data ? [event.data.personId] : []),
  ...ownersOf([event]).filter((owner) => !isMonth(owner)),
];

/**
 * Fetches all keys of a batch at once. An erased person has no key: not in this batch, nor in a later one for which the
 * keyring has cached a key, nor in a restored keyring, where the key is destroyed again.
 */
export async function fetchPersonKeys(
  keyring: Keyring,
  events: BroadsideEvent[],
  client: ClientBase,
): Promise<PersonKeys> {
  const people = [...new Set(events.flatMap(peopleIn))];
  const erasing = events.flatMap((event) => (event.type === 'PersonErased' ? [event.data.personId] : []));
  if (people.length === 0) return new Map();
  for (const personId of erasing) await keyring.destroyKey(personId);
  const [, erased, keys] = await pipelined([
    lockErasures(client, erasing.length > 0 ? 'erasing' : 'writing'),
    findErasedPeople(client, people),
    keyring.keysOf(people),
  ]);
  for (const personId of [...erased, ...erasing]) keys.set(personId, undefined);
  return keys;
}
