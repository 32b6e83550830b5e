import type { WantedArticles } from '#read-models/article-page/wanted-articles.sql.js';

/** The Link header to what of the same list stands behind an article. */
export function linkAfter(articleId: string, limit: number, { followedBy, ...filters }: WantedArticles): string {
  const given = Object.entries(filters).filter((each): each is [string, string] => each[1] !== undefined);
  const query = new URLSearchParams([['after', articleId], ['limit', String(limit)], ...given]).toString();
  return `</api/articles${followedBy === undefined ? '' : '/feed'}?${query}>; rel="next"`;
}
