import type { ArticleInList } from '#lib/answers.js';
import { parseSeen, seenOf } from '#lib/seen.js';
import type { PageServerLoad } from './$types.js';

/** Articles of a page of the front. */
const articlesOnPage = 30;

export const load: PageServerLoad = async ({ locals: { ask, cookies, flash }, url }) => {
  const after = url.searchParams.get('after');
  const query = new URLSearchParams({ limit: String(articlesOnPage), ...(after !== null && { after }) });
  type List = { articles: ArticleInList[]; articlesCount: number };
  const { body, links } = await ask<List>(`/api/articles?${query}`);
  const seen = parseSeen(cookies.get('seen'));
  const fresh = body.articles.map(
    ({ id, newCount, commentCount }) =>
      newCount ?? Math.max(0, commentCount - (seenOf(seen, id)?.count ?? commentCount)),
  );
  if (flash !== undefined) cookies.delete('flash');
  return {
    articles: body.articles,
    fresh: Object.fromEntries(body.articles.map(({ id }, at) => [id, fresh[at] ?? 0])),
    isNewest: after === null,
    older: links.next,
    now: Date.now(),
  };
};
