import type { PersonEvent } from '#contracts/events.js';
import type { ClientBase, Pool } from 'pg';
import { noteFormerFollowings } from '../following/note-former-followings.js';
import type { KeptFold, StreamNow } from '../state/kept-fold.js';
import { lookAtState, readStateOf } from '../state/look-at-state.js';
import { readState } from '../state/read-state.js';
import { saveState } from '../state/save-state.js';
import { nobody, personAfter, type PersonNow } from './person.state.js';

/** A change of {@link personAfter} that gives another state takes another name here. */
export const personFold: KeptFold<PersonNow, PersonEvent> = {
  name: 'person-1',
  initialState: nobody,
  evolve: personAfter,
  foldedLate: noteFormerFollowings,
};

export const personStream = (personId: string) => `person-${personId}`;

/** A person, to be decided on in the client's transaction, and by nobody else until it ends. */
export const readPerson = (client: ClientBase, personId: string): Promise<StreamNow<PersonNow>> =>
  readState(client, personStream(personId), personFold);

/** A person as they are, for who looks and decides nothing. */
export const readPersonNow = (pool: Pool, personId: string): Promise<StreamNow<PersonNow>> =>
  readStateOf(pool, personStream(personId), personFold);

/** A person that something is decided by in the client's transaction, and not on. */
export const lookAtPerson = (client: ClientBase, personId: string): Promise<StreamNow<PersonNow>> =>
  lookAtState(client, personStream(personId), personFold);

/** Keeps a person as new events leave them, in the events' own transaction. @returns the person then. */
export async function savePerson(
  client: ClientBase,
  personId: string,
  { state: before, version }: StreamNow<PersonNow>,
  events: PersonEvent[],
): Promise<StreamNow<PersonNow>> {
  const state = events.reduce(personAfter, before);
  const now = { state, version: version + events.length };
  if (events.length > 0) await saveState(client, { stream: personStream(personId), fold: personFold.name, ...now });
  return now;
}
