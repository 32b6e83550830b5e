import type { GatewayClient } from './gateway-client.js';

/**
 * All comments of an article in the order of time, page by page.
 * @throws GatewayRefused if there is no such article.
 */
export async function readWholeThread<Comment>(client: GatewayClient, slug: string): Promise<Comment[]> {
  const comments: Comment[] = [];
  let path: string | undefined = `/api/articles/${encodeURIComponent(slug)}/comments`;
  while (path !== undefined) {
    const page: { headers: Headers; body: { comments: Comment[] } } = await client.get(path);
    comments.push(...page.body.comments);
    path = /^<([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
  }
  return comments;
}
