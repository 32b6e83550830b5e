import type { Pool } from 'pg';
import { inTransaction } from '#postgres/in-transaction.js';
import { loadSiteIdentity } from './load-site-identity.js';
import type { SiteIdentityRow } from './site-identity.entity.js';

const sql = 'SELECT id FROM site_identity WHERE renderer < $1';

/** The site's pages, if an older renderer made their HTML. */
export async function readOutdatedPages(pool: Pool, renderer: number): Promise<SiteIdentityRow[]> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>({ name: 'read-outdated-pages', text: sql, values: [renderer] });
    if (rows.length === 0) return [];
    return [
      ...(
        await loadSiteIdentity(
          client,
          rows.map(({ id }) => id),
        )
      ).values(),
    ];
  });
}
