import { GatewayClient, type Admin } from '#tools/gateway/gateway-client.js';
import { articles, guests, thread, type DemoArticle } from './demo-content.js';

export interface DemoOptions {
  gatewayUrl: string;
  admin: Admin;
  say(line: string): void;
}

/**
 * Posts the demo through the public API, once: a site that has articles is left alone. @returns the slug of the article with
 * the thread.
 */
export async function loadDemo({ gatewayUrl, admin, say }: DemoOptions): Promise<string | undefined> {
  const gateway = new GatewayClient(gatewayUrl);
  type List = { articles: { slug: string; title: string }[]; articlesCount: number };
  const { body: list } = await gateway.send<List>('GET', '/api/articles?limit=100');
  const lively = list.articles.find(({ title }) => title === articles[0]?.title);
  if (list.articlesCount > 0) return lively?.slug;
  say('filing a small demo');
  await gateway.signIn(admin);
  const slugs: string[] = [];
  for (const article of articles.toReversed()) slugs.unshift(await publish(gateway, article));
  const [slug = ''] = slugs;
  await argue(gateway, slug);
  return slug;
}

async function publish(gateway: GatewayClient, { closed, ...article }: DemoArticle): Promise<string> {
  type Published = { article: { slug: string } };
  const { body } = await gateway.send<Published>('POST', '/api/articles', { article });
  const { slug } = body.article;
  if (closed) await gateway.send('POST', `/api/articles/${slug}/close-comments`);
  return slug;
}

async function argue(gateway: GatewayClient, slug: string): Promise<void> {
  const tokens: string[] = [];
  for (const guest of guests) {
    const { body } = await gateway.send<{ guest: { token: string } }>('POST', '/api/guests', { guest });
    tokens.push(body.guest.token);
  }
  const ids: number[] = [];
  for (const { by, text, to } of thread) {
    const comment = { body: text, ...(to !== undefined && { parentId: ids[to] }) };
    const path = `/api/articles/${slug}/comments`;
    const { body } = await gateway.send<{ comment: { id: number } }>('POST', path, { comment }, tokens[by]);
    ids.push(body.comment.id);
  }
}
