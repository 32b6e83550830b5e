import type { Pool } from 'pg';

export interface NickEntry {
  name: string;
  kind: 'original' | 'picked' | 'restored';
  since: Date;
}

// Names of linked guests belong to the guests, not to the account.
const sql = `
SELECT nick.kind, nick.since,
       coalesce(nick.name, (SELECT original.name FROM nick_history AS original
                            WHERE original.person_id = nick.person_id AND original.kind = 'original'
                              AND original.version < nick.version
                            ORDER BY original.version DESC LIMIT 1)) AS name
FROM nick_history AS nick
WHERE nick.person_id = $1 OR nick.person_id IN (SELECT person_id FROM commenter WHERE linked_to = $1)
ORDER BY nick.since DESC, nick.person_id, nick.version DESC LIMIT 500`;

/** A person's names and since when they had them, the latest first; up to 500. */
export async function readNickHistory(pool: Pool, personId: string): Promise<NickEntry[]> {
  const query = { name: 'read-nick-history', text: sql, values: [personId] };
  return (await pool.query<NickEntry>(query)).rows;
}
