import type { ClientBase } from 'pg';
import type { KnownPerson } from './known-person.js';

const sql = `
INSERT INTO listening.known_person (person_id, kind, event_id, name, website_event_id, website, nick_event_id, nick,
                                    roles, sanctions, linked_to, second_factor)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::text[],
                     $9::jsonb[], $10::jsonb[], $11::uuid[], $12::boolean[])
ON CONFLICT (person_id) DO UPDATE
SET kind = excluded.kind, event_id = excluded.event_id, name = excluded.name,
    website_event_id = excluded.website_event_id, website = excluded.website,
    nick_event_id = excluded.nick_event_id, nick = excluded.nick,
    roles = excluded.roles, sanctions = excluded.sanctions, linked_to = excluded.linked_to,
    second_factor = excluded.second_factor`;

/** Inserts or replaces rows, all in one statement. */
export async function saveKnownPeople(client: ClientBase, people: KnownPerson[]): Promise<void> {
  await client.query({
    name: 'save-known-people',
    text: sql,
    values: [
      people.map(({ personId }) => personId),
      people.map(({ kind }) => kind),
      people.map(({ original }) => original.eventId),
      people.map(({ original }) => original.value),
      people.map(({ website }) => website?.eventId ?? null),
      people.map(({ website }) => website?.value ?? null),
      people.map(({ nick }) => nick?.eventId ?? null),
      people.map(({ nick }) => nick?.value ?? null),
      people.map(({ roles }) => JSON.stringify(roles)),
      people.map(({ sanctions }) => JSON.stringify(sanctions)),
      people.map(({ linkedTo }) => linkedTo),
      people.map(({ hasSecondFactor }) => hasSecondFactor),
    ],
  });
}
