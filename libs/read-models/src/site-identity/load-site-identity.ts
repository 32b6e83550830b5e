import type { ClientBase } from 'pg';
import type { SiteIdentityRow } from './site-identity.entity.js';

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const sql = `
SELECT id, name, motto, language, time_zone AS "timeZone", publishing, edit_minutes AS "editMinutes",
       rules, rules_html AS "rulesHtml", ${iso('rules_updated_at')} AS "rulesUpdatedAt",
       imprint, imprint_html AS "imprintHtml", ${iso('imprint_updated_at')} AS "imprintUpdatedAt",
       privacy, privacy_html AS "privacyHtml", ${iso('privacy_updated_at')} AS "privacyUpdatedAt",
       ${iso('updated_at')} AS "updatedAt", renderer,
       closes_after AS "closesAfter", quiet_from AS "quietFrom", quiet_until AS "quietUntil"
FROM site_identity WHERE id = ANY($1)`;

/** The existing row, by its id. */
export async function loadSiteIdentity(client: ClientBase, ids: string[]): Promise<Map<string, SiteIdentityRow>> {
  const { rows } = await client.query<SiteIdentityRow>({ name: 'load-site-identity', text: sql, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}
