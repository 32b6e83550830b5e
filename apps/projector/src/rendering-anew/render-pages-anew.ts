import { sitePages } from '#contracts/site/site.events.js';
import { inTransaction } from '#postgres/in-transaction.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { readOutdatedPages } from '#read-models/site-identity/read-outdated-pages.js';
import { saveRenderedPages } from '#read-models/site-identity/save-rendered-pages.js';
import { type Anew, rendered } from './anew.js';

/** The pages of the site. @returns how many rows were stored */
export async function renderPagesAnew({ pool, renderer, version }: Anew): Promise<number> {
  const [row] = await readOutdatedPages(pool, version);
  if (row === undefined) return 0;
  const results = await rendered(
    renderer,
    sitePages.map((page) => ({ body: row[page] ?? '', format: 'markdown' })),
  );
  const html = sitePages.map((page, at) => [
    `${page}Html`,
    row[page] === null ? null : (results[at]?.html ?? row[`${page}Html`]),
  ]);
  return inTransaction(pool, async (client) => {
    const saved = await saveRenderedPages(client, version, { ...row, ...(Object.fromEntries(html) as object) });
    if (saved > 0) await raiseSiteHeads(client, ['site']);
    return saved;
  });
}
