import type { Queryable } from '#postgres/shared-connection.js';

const sql = `
SELECT FROM muted WHERE person_id = $1 AND cardinality(people) + cardinality(sources) + cardinality(tags) > 0`;

/** Whether lists differ for a person from those for everybody, because of what they mute. */
export async function mutesSomething(pool: Queryable, personId: string): Promise<boolean> {
  return (await pool.query({ name: 'mutes-something', text: sql, values: [personId] })).rowCount === 1;
}
