import type { ClientBase } from 'pg';
import type { SiteIdentityRow } from './site-identity.entity.js';

const sql = `
UPDATE site_identity SET renderer = $2, rules_html = $3, imprint_html = $4, privacy_html = $5
WHERE id = $1 AND updated_at = $6 AND renderer < $2`;

/** Stores what the site's pages have become, unless somebody has changed them meanwhile. @returns how many rows */
export async function saveRenderedPages(client: ClientBase, renderer: number, row: SiteIdentityRow): Promise<number> {
  const { id, rulesHtml, imprintHtml, privacyHtml, updatedAt } = row;
  const values = [id, renderer, rulesHtml, imprintHtml, privacyHtml, updatedAt];
  return (await client.query({ name: 'save-rendered-pages', text: sql, values })).rowCount ?? 0;
}
