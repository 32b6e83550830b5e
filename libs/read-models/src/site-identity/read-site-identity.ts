import type { ClosesAfter } from '#contracts/articles/closing.js';
import type { Publishing } from '#contracts/site/site.events.js';
import type { Queryable } from '#postgres/shared-connection.js';

export interface SiteIdentity {
  name: string | null;
  motto: string | null;
  language: string | null;
  timeZone: string | null;
  publishing: Publishing | null;
  editMinutes: number | null;
  closesAfter: ClosesAfter | null;
  quietFrom: string | null;
  quietUntil: string | null;
  /** Whether there is such a page. */
  rules: boolean;
  imprint: boolean;
  privacy: boolean;
  updatedAt: Date;
  /** Of the site's stream. */
  version: number;
}

const sql = `
SELECT name, motto, language, time_zone AS "timeZone", publishing, edit_minutes AS "editMinutes",
       rules IS NOT NULL AS rules, imprint IS NOT NULL AS imprint, privacy IS NOT NULL AS privacy, closes_after AS "closesAfter",
       quiet_from AS "quietFrom", quiet_until AS "quietUntil", updated_at AS "updatedAt",
       coalesce((SELECT version FROM stream_progress WHERE stream = id), 0) AS version
FROM site_identity`;

/** What the site says of itself, without its pages; undefined if nobody has said anything. */
export async function readSiteIdentity(connection: Queryable): Promise<SiteIdentity | undefined> {
  const { rows } = await connection.query<SiteIdentity>({ name: 'read-site-identity', text: sql });
  return rows[0];
}
