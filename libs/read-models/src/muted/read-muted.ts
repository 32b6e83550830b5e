import type { Queryable } from '#postgres/shared-connection.js';

export interface Muted {
  people: { id: string; name: string }[];
  sources: string[];
  tags: string[];
}

const sql = `
SELECT sources, tags, coalesce((
  SELECT json_agg(json_build_object('id', id, 'name', coalesce(commenter.name, '')) ORDER BY place)
  FROM unnest(people) WITH ORDINALITY AS listed (id, place) LEFT JOIN commenter ON person_id = id), '[]') AS people
FROM muted WHERE person_id = $1`;

/** What a person mutes, each kind in the order in which it was muted; undefined: nothing. */
export async function readMuted(pool: Queryable, personId: string): Promise<Muted | undefined> {
  const { rows } = await pool.query<Muted>({ name: 'read-muted', text: sql, values: [personId] });
  return rows[0];
}
