import { inTransaction } from '#postgres/in-transaction.js';
import { readOutdatedArticles, type OutdatedArticle } from '#read-models/article-page/read-outdated-articles.js';
import { saveRenderedArticles } from '#read-models/article-page/save-rendered-articles.js';
import { raiseSiteHeads } from '#read-models/shown/raise-site-heads.js';
import { saveArticleActivity } from '#read-models/shown/save-article-activity.js';
import type { Body } from '#rendering/body.js';
import { type Anew, rendered, renderedAnewAtOnce } from './anew.js';

/** A portion of the articles. @returns how many were stored */
export async function renderArticlesAnew({ pool, renderer, version }: Anew): Promise<number> {
  const rows = await readOutdatedArticles(pool, version, renderedAnewAtOnce);
  if (rows.length === 0) return 0;
  const remarks = rows.map(({ remark }): Body => ({ body: remark ?? '', format: 'markdown' }));
  const results = await rendered(renderer, [...rows.map(bodyOf), ...remarks]);
  const anew = rows.map((row, at) => {
    const [body, remark] = [results[at], results[rows.length + at]];
    const { title: houseTitle, description: houseDescription, html: houseHtml } = body?.house ?? {};
    return {
      ...row,
      bodyHtml: body?.html ?? row.bodyHtml,
      remarkHtml: row.remark === null ? null : (remark?.html ?? row.remarkHtml),
      // Without its entries it stays as it is, until the read models are rebuilt.
      ...(houseTitle !== undefined && { houseTitle, houseDescription, houseHtml }),
    } as OutdatedArticle;
  });
  return inTransaction(pool, async (client) => {
    const saved = await saveRenderedArticles(client, version, anew);
    if (saved.length === 0) return 0;
    await saveArticleActivity(
      client,
      saved.map((articleId) => ({ articleId, news: [] })),
    );
    // Feeds have bodies too, and the version of the lists.
    await raiseSiteHeads(client, ['lists']);
    return saved.length;
  });
}

function bodyOf({ body, format, title, description, houseEntries, sectionId }: OutdatedArticle): Body {
  if (houseEntries === null) return { body, format };
  const place = { sectionId: sectionId ?? undefined };
  return { body, format, inHouse: { title, description, entries: houseEntries, place } };
}
