import { inTransaction } from '#postgres/in-transaction.js';
import { readOutdatedTexts } from '#read-models/comment-thread/read-outdated-texts.js';
import { saveRenderedTexts } from '#read-models/comment-thread/save-rendered-texts.js';
import { saveArticleActivity } from '#read-models/shown/save-article-activity.js';
import { type Anew, rendered, renderedAnewAtOnce } from './anew.js';

/** A portion of the texts of comments. @returns how many were stored */
export async function renderCommentsAnew({ pool, renderer, version }: Anew): Promise<number> {
  const rows = await readOutdatedTexts(pool, version, renderedAnewAtOnce);
  if (rows.length === 0) return 0;
  const results = await rendered(
    renderer,
    rows.map(({ body, format }) => ({ body, format, isComment: true as const })),
  );
  const anew = rows.map((row, at) => ({ ...row, bodyHtml: results[at]?.html ?? row.bodyHtml }));
  return inTransaction(pool, async (client) => {
    const { stored, articleIds } = await saveRenderedTexts(client, version, anew);
    if (stored > 0) {
      await saveArticleActivity(
        client,
        articleIds.map((articleId) => ({ articleId, news: [] })),
      );
    }
    return stored;
  });
}
