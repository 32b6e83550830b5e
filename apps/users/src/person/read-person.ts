import type { DomainEvent } from '#contracts/envelope.js';
import type { StreamNow } from '#commands/stream-of.js';
import type { ClientBase, Pool } from 'pg';
import { noteFormerFollowings } from '../following/note-former-followings.js';
import type { StoredFold } from '../state/stored-fold.js';
import { peekState, readStateOf } from '../state/peek-state.js';
import { readState } from '../state/read-state.js';
import { saveState } from '../state/save-state.js';
import { nobody, personAfter, type PersonNow } from './person.state.js';
import { nothingTold, profileAfter, type SealedProfile, type StoredEvent } from './sealed-profile.js';

/** A person's row: the state that decisions need, and their profile, still sealed. */
interface PersonRow {
  person: PersonNow;
  profile: SealedProfile;
}

/** A person's state and profile. */
export interface PersonBefore extends StreamNow<PersonNow> {
  profile: SealedProfile;
}

/** Change this name whenever {@link personAfter} or {@link profileAfter} gives another row. */
export const personFold: StoredFold<PersonRow, StoredEvent> = {
  name: 'person-3',
  initialState: { person: nobody, profile: nothingTold },
  evolve: ({ person, profile }, event) => ({
    person: personAfter(person, event),
    profile: profileAfter(profile, event),
  }),
  foldedLate: noteFormerFollowings,
};

export const personStreamName = (personId: string) => `person-${personId}`;

const toBefore = ({ state: { person, profile }, version }: StreamNow<PersonRow>): PersonBefore => ({
  state: person,
  profile,
  version,
});

/** A person for a decision in the client's transaction, locked until it ends. */
export const readPerson = async (client: ClientBase, personId: string): Promise<PersonBefore> =>
  toBefore(await readState(client, personStreamName(personId), personFold));

/** A person for reading; the row is not locked afterwards. */
export const readPersonNow = async (pool: Pool, personId: string): Promise<PersonBefore> =>
  toBefore(await readStateOf(pool, personStreamName(personId), personFold));

/** A person on whose state a decision in the client's transaction depends, without being about them. */
export const peekPerson = async (client: ClientBase, personId: string): Promise<PersonBefore> =>
  toBefore(await peekState(client, personStreamName(personId), personFold));

/** Stores a person's state after new events, in their transaction. @param stored the events as they are stored */
export async function savePerson(
  client: ClientBase,
  personId: string,
  { state: person, profile, version }: PersonBefore,
  stored: DomainEvent[],
): Promise<void> {
  const state = (stored as StoredEvent[]).reduce(personFold.evolve, { person, profile });
  const row = { stream: personStreamName(personId), fold: personFold.name, version: version + stored.length, state };
  if (stored.length > 0) await saveState(client, row);
}
