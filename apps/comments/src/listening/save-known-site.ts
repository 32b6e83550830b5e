import type { ClientBase } from 'pg';
import type { KnownSiteRow } from './known-site.entity.js';

const sql = `
INSERT INTO listening.known_site (id, closes_after, quiet_from, quiet_until, time_zone, edit_minutes)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE SET closes_after = $2, quiet_from = $3, quiet_until = $4, time_zone = $5,
  edit_minutes = $6`;

/** Inserts or replaces the row; there is one. */
export async function saveKnownSite(client: ClientBase, rows: KnownSiteRow[]): Promise<void> {
  for (const { id, closesAfter, quietFrom, quietUntil, timeZone, editMinutes } of rows) {
    const closes = closesAfter === null ? null : JSON.stringify(closesAfter);
    const values = [id, closes, quietFrom, quietUntil, timeZone, editMinutes];
    await client.query({ name: 'save-known-site', text: sql, values });
  }
}
