import type { ClientBase } from 'pg';
import type { SiteIdentityRow } from './site-identity.entity.js';

const sql = `
INSERT INTO site_identity (id, name, motto, language, time_zone, rules, rules_html, rules_updated_at,
  imprint, imprint_html, imprint_updated_at, privacy, privacy_html, privacy_updated_at, updated_at, publishing, renderer,
  closes_after, quiet_from, quiet_until, edit_minutes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
ON CONFLICT (id) DO UPDATE SET name = $2, motto = $3, language = $4, time_zone = $5,
  rules = $6, rules_html = $7, rules_updated_at = $8, imprint = $9, imprint_html = $10, imprint_updated_at = $11,
  privacy = $12, privacy_html = $13, privacy_updated_at = $14, updated_at = $15, publishing = $16, renderer = $17,
  closes_after = $18, quiet_from = $19, quiet_until = $20, edit_minutes = $21`;

/** Inserts or replaces the row; there is one. */
export async function saveSiteIdentity(client: ClientBase, rows: SiteIdentityRow[]): Promise<void> {
  for (const { id, name, motto, language, timeZone, updatedAt, publishing, renderer = 1, ...more } of rows) {
    const { closesAfter = null, quietFrom = null, quietUntil = null, editMinutes = null, ...pages } = more;
    const { rules, rulesHtml, rulesUpdatedAt, imprint, imprintHtml, imprintUpdatedAt } = pages;
    const values = [
      ...[
        id,
        name,
        motto,
        language,
        timeZone,
        rules,
        rulesHtml,
        rulesUpdatedAt,
        imprint,
        imprintHtml,
        imprintUpdatedAt,
      ],
      ...[pages.privacy, pages.privacyHtml, pages.privacyUpdatedAt, updatedAt, publishing, renderer],
      ...[closesAfter === null ? null : JSON.stringify(closesAfter), quietFrom, quietUntil, editMinutes],
    ];
    await client.query({ name: 'save-site-identity', text: sql, values });
  }
}
