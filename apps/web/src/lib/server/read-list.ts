import type { ArticleInList } from '#lib/answers.js';
import { parseSeen, seenOf } from '#lib/seen.js';

/** Articles of a page. */
const articlesOnPage = 30;

export interface ListPage {
  articles: ArticleInList[];
  count: number;
  /** Comments since the reader's last visit, by the articles' ids. */
  fresh: Record<string, number>;
  isNewest: boolean;
  /** The article that the next page stands behind. */
  older: string | undefined;
  now: number;
}

/** A page of articles for a reader. @param filter which; none: all @param path of the API */
export async function readList(
  { locals: { ask, cookies }, url }: { locals: App.Locals; url: URL },
  filter: Record<string, string> = {},
  path = '/api/articles',
): Promise<ListPage> {
  const after = url.searchParams.get('after');
  const query = new URLSearchParams({ limit: String(articlesOnPage), ...filter, ...(after !== null && { after }) });
  type List = { articles: ArticleInList[]; articlesCount: number };
  const { body, links } = await ask<List>(`${path}?${query}`);
  const seen = parseSeen(cookies.get('seen'));
  const fresh = body.articles.map(
    ({ id, newCount, commentCount }) =>
      newCount ?? Math.max(0, commentCount - (seenOf(seen, id)?.count ?? commentCount)),
  );
  return {
    articles: body.articles,
    count: body.articlesCount,
    fresh: Object.fromEntries(body.articles.map(({ id }, at) => [id, fresh[at] ?? 0])),
    isNewest: after === null,
    older: links.next,
    now: Date.now(),
  };
}
