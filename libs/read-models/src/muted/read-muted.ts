import { isWithdrawn } from '../withdrawn-article/is-withdrawn.sql.js';
import type { Queryable } from '#postgres/shared-connection.js';

export interface Muted {
  people: { id: string; name: string }[];
  sources: string[];
  tags: string[];
}

const hasComments = `EXISTS (
  SELECT FROM comment_state WHERE shown AND NOT deleted AND NOT ${isWithdrawn('comment_state.article_id')}
    AND person_id = ANY(ARRAY(SELECT guest.person_id FROM commenter AS guest WHERE guest.linked_to = person.person_id)
                        || person.person_id))`;

// As their page has it: beside a nick nobody learns whose it is, and of a guest there is what they said.
const shownName = `CASE WHEN person.kind = 'erased' THEN '' WHEN ${hasComments} THEN coalesce(person.nick, person.name)
  WHEN person.kind = 'account' THEN person.name ELSE '' END`;

const sql = `
SELECT sources, tags, coalesce((
  SELECT json_agg(json_build_object('id', id, 'name', coalesce(${shownName}, '')) ORDER BY place)
  FROM unnest(people) WITH ORDINALITY AS listed (id, place)
  LEFT JOIN commenter AS person ON person.person_id = id), '[]') AS people
FROM muted WHERE person_id = $1`;

/** What a person mutes, each kind in the order in which it was muted; undefined: nothing. */
export async function readMuted(pool: Queryable, personId: string): Promise<Muted | undefined> {
  const { rows } = await pool.query<Muted>({ name: 'read-muted', text: sql, values: [personId] });
  return rows[0];
}
