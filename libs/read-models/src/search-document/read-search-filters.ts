import type { Pool } from 'pg';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';

const sqlSection = `SELECT section_id AS id FROM section WHERE slug = $1 LIMIT 1`;

/** The section with a slug. */
export async function readSectionId(pool: Pool, slug: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>({ name: 'read-section-id', text: sqlSection, values: [slug] });
  return rows[0]?.id;
}

/** Guests of an account that are looked for with it. */
export const maxGuestsSearched = 100;

const sqlPeople = `
SELECT $1::uuid AS id UNION ALL (SELECT person_id FROM commenter WHERE linked_to = $1::uuid LIMIT ${maxGuestsSearched})`;

const sqlErased = `SELECT FROM commenter WHERE person_id = $1::uuid AND kind = 'erased'`;

/** Somebody, and the guests that are theirs; undefined for who is erased: nobody learns what was theirs. */
export async function readPeopleOf(pool: Pool, personId: string): Promise<string[] | undefined> {
  const erased = { name: 'read-is-erased', text: sqlErased, values: [personId] };
  if ((await pool.query(erased)).rowCount === 1) return undefined;
  const { rows } = await pool.query<{ id: string }>({ name: 'read-people-of', text: sqlPeople, values: [personId] });
  return rows.map(({ id }) => id);
}

const sqlNamed = `
SELECT person_id AS id FROM commenter WHERE folded_name = $1 AND kind = 'account' ORDER BY person_id DESC LIMIT 1`;

/** The account with a name. */
export async function readAccountNamed(pool: Pool, name: string): Promise<string | undefined> {
  const query = { name: 'read-account-named', text: sqlNamed, values: [caseFoldedName(name)] };
  return (await pool.query<{ id: string }>(query)).rows[0]?.id;
}
