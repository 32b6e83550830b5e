import type { ArticleInList } from '#lib/answers.js';

/** The latest that are shown. */
const shown = 50;

/** What an account has on the site and may change: nothing unless everyone publishes. */
export async function readOwnArticles({ ask, site, staff }: Pick<App.Locals, 'ask' | 'site' | 'staff'>) {
  if (site.publishing !== 'everyone' || staff === undefined) return [];
  const wanted = new URLSearchParams({ author: staff.name, limit: String(shown) });
  const { articles } = (await ask<{ articles: ArticleInList[] }>(`/api/articles?${wanted}`)).body;
  return articles.map(({ id, slug, title, createdAt, commentCount }) => ({ id, slug, title, createdAt, commentCount }));
}
