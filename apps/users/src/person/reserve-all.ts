import type { ClientBase } from 'pg';

const sql = `
INSERT INTO reservations (kind, hash, person_id)
SELECT $1, * FROM unnest($2::text[], $3::uuid[])`;

/** Reserves values for new persons. If a parallel transaction takes one of them, it fails and is retried. */
export async function reserveAll(
  client: ClientBase,
  kind: string,
  wanted: { hash: string; personId: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  await client.query(sql, [kind, wanted.map(({ hash }) => hash), wanted.map(({ personId }) => personId)]);
}
