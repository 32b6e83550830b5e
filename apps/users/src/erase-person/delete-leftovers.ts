import type { ClientBase } from 'pg';
import { dropLink } from '../unlink-guest/drop-link.js';

// Reservations of an import stay: they are keyed hashes, and keep a second import of the archive from bringing the person
// back.
const sql = `
WITH no_resets AS (
       DELETE FROM password_resets USING reservations WHERE person_id = $1 AND kind = 'email' AND hash = email_hash
     ),
     no_names AS (DELETE FROM reservations WHERE person_id = $1 AND kind NOT LIKE 'import:%'),
     no_credentials AS (DELETE FROM credentials WHERE person_id = $1),
     no_second_factor AS (DELETE FROM second_factors WHERE person_id = $1),
     no_followings AS (DELETE FROM followings WHERE follower_id = $1 OR followed_id = $1),
     nothing_spent AS (DELETE FROM spent WHERE subject_id = $1),
     no_sessions AS (DELETE FROM sessions WHERE person_id = $1)
DELETE FROM commands WHERE answer->>'personId' = $1::text`;

/** Deletes a person's data beside the events: names and e-mails become free, sessions end, links are deleted. */
export async function deleteLeftovers(client: ClientBase, personId: string): Promise<void> {
  await dropLink(client, personId);
  await client.query(sql, [personId]);
}
