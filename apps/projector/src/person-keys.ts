import type { BroadsideEvent } from '#contracts/events.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';

/** The keys of the people a batch of events is about; none for those who are erased. */
export type PersonKeys = Map<string, PersonKey | undefined>;

/** Whose seals an event holds. */
function personOf(event: BroadsideEvent): string[] {
  switch (event.type) {
    case 'CommentPosted':
      return [event.data.author.personId];
    case 'GuestIntroduced':
    case 'UserRegistered':
      return [event.data.personId];
    default:
      return [];
  }
}

/** Fetches all keys of a batch at once. */
export function fetchPersonKeys(keyring: Keyring, events: BroadsideEvent[]): Promise<PersonKeys> {
  return keyring.keysOf([...new Set(events.flatMap(personOf))]);
}
