import { type SitePage, sitePages } from '#contracts/site/site.events.js';
import type { Pool } from 'pg';

export interface SitePageText {
  source: string;
  html: string;
  updatedAt: Date;
}

const texts = Object.fromEntries(
  sitePages.map((page) => [
    page,
    `SELECT ${page} AS source, ${page}_html AS html, ${page}_updated_at AS "updatedAt" FROM site_identity
     WHERE ${page} IS NOT NULL`,
  ]),
) as Record<SitePage, string>;

/** A page of the site; undefined if there is none. */
export async function readSitePage(pool: Pool, page: SitePage): Promise<SitePageText | undefined> {
  const { rows } = await pool.query<SitePageText>({ name: `read-site-page-${page}`, text: texts[page] });
  return rows[0];
}
