import type { ClientBase } from 'pg';
import type { CommenterRow } from './commenter.entity.js';

const sql = `
INSERT INTO commenter (person_id, kind, name, email, website, roles, erasure_due_at, folded_name, bio, image,
                               sanctions, nick, linked_to, second_factor)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::timestamptz[],
                     $8::text[], $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::uuid[], $14::boolean[])
ON CONFLICT (person_id) DO UPDATE
SET kind = excluded.kind, name = excluded.name, email = excluded.email, website = excluded.website,
    roles = excluded.roles, erasure_due_at = excluded.erasure_due_at, folded_name = excluded.folded_name,
    bio = excluded.bio, image = excluded.image, sanctions = excluded.sanctions, nick = excluded.nick,
    linked_to = excluded.linked_to, second_factor = excluded.second_factor`;

/** Inserts or replaces rows, in one statement. */
export async function saveCommenters(client: ClientBase, rows: CommenterRow[]): Promise<void> {
  await client.query({
    name: 'save-commenters',
    text: sql,
    values: [
      rows.map((row) => row.personId),
      rows.map((row) => row.kind),
      rows.map((row) => row.name),
      rows.map((row) => row.email),
      rows.map((row) => row.website),
      rows.map((row) => JSON.stringify(row.roles)),
      rows.map((row) => row.erasureDueAt),
      rows.map((row) => row.foldedName),
      rows.map((row) => row.bio),
      rows.map((row) => row.image),
      rows.map((row) => JSON.stringify(row.sanctions)),
      rows.map((row) => row.nick),
      rows.map((row) => row.linkedTo),
      rows.map((row) => row.hasSecondFactor),
    ],
  });
}
