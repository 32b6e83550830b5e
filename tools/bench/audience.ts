import { readAdminFile } from '#tools/gateway/admin-file.js';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import type { Copy } from './copy.js';

/** Articles to comment on, and guests who do. */
export interface Audience {
  slugs: string[];
  tokens: string[];
}

/** Publishes articles and introduces guests through the public API. */
export async function gather(copy: Copy, count: { articles: number; guests: number }): Promise<Audience> {
  const gateway = new GatewayClient(copy.gatewayUrl);
  await gateway.signIn(readAdminFile(copy.dataFolder));
  const slugs: string[] = [];
  for (let n = 1; n <= count.articles; n += 1) {
    const article = { title: `Bridge ${n}`, description: 'Closed again', body: 'It is closed.', tagList: ['bridges'] };
    const { body } = await gateway.send<{ article: { slug: string } }>('POST', '/api/articles', { article });
    slugs.push(body.article.slug);
  }
  const tokens: string[] = [];
  for (let n = 1; n <= count.guests; n += 1) {
    const guest = { name: `Guest ${n}`, ...(n % 4 === 0 && { website: `https://example.org/${n}` }) };
    const { body } = await gateway.send<{ guest: { token: string } }>('POST', '/api/guests', { guest });
    tokens.push(body.guest.token);
  }
  return { slugs, tokens };
}
