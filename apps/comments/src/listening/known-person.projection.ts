import type { Projection } from '#projection/projection.js';

export interface KnownPersonRow {
  personId: string;
  kind: 'guest' | 'account' | 'erased';
  /** The event whose seals these are. */
  eventId: string;
  name: string;
  website: string | null;
}

/** Who there is and under what name, still sealed, from the users topic. */
export const knownPerson: Projection<KnownPersonRow> = {
  name: 'known-person',
  touches: (event) =>
    event.type === 'GuestIntroduced' ||
    event.type === 'UserRegistered' ||
    event.type === 'PersonErased' ||
    (event.type === 'ProfileChanged' && event.data.username !== undefined)
      ? [event.data.personId]
      : [],
  evolve: (_row, event, personId) => {
    const { id: eventId } = event;
    if (event.type === 'GuestIntroduced') {
      return { personId, kind: 'guest', eventId, name: event.data.name, website: event.data.website ?? null };
    }
    if (event.type === 'UserRegistered') {
      return { personId, kind: 'account', eventId, name: event.data.username, website: null };
    }
    // Accounts alone change their profile, and have no website: the row is whole without the one before.
    if (event.type === 'ProfileChanged' && event.data.username !== undefined) {
      return { personId, kind: 'account', eventId, name: event.data.username, website: null };
    }
    return { personId, kind: 'erased', eventId, name: '', website: null };
  },
  save: async (client, rows) => {
    await client.query({
      name: 'save-known-people',
      text: `INSERT INTO listening.known_person (person_id, kind, event_id, name, website)
             SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[])
             ON CONFLICT (person_id) DO UPDATE
             SET kind = excluded.kind, event_id = excluded.event_id, name = excluded.name, website = excluded.website`,
      values: [
        rows.map(({ personId }) => personId),
        rows.map(({ kind }) => kind),
        rows.map(({ eventId }) => eventId),
        rows.map(({ name }) => name),
        rows.map(({ website }) => website),
      ],
    });
  },
};
