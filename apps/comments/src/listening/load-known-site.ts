import type { ClientBase } from 'pg';
import type { KnownSiteRow } from './known-site.entity.js';

const sql = `
SELECT id, closes_after AS "closesAfter", quiet_from AS "quietFrom", quiet_until AS "quietUntil", time_zone AS "timeZone",
       edit_minutes AS "editMinutes"
FROM listening.known_site WHERE id = ANY($1)`;

/** The existing row, by its id. */
export async function loadKnownSite(client: ClientBase, ids: string[]): Promise<Map<string, KnownSiteRow>> {
  const { rows } = await client.query<KnownSiteRow>({ name: 'load-known-site', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}
