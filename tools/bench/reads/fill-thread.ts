import { gather } from '../audience.js';
import type { Copy } from '../copy.js';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { sentences } from '../sentences.js';

/** Articles, the first with comments of ten guests, every third a reply. @returns its slug. */
export async function fillThread(copy: Copy, articles = 1, commentCount = 100): Promise<string> {
  const { slugs, tokens } = await gather(copy, { articles, guests: 10 });
  const [slug = ''] = slugs;
  const gateway = new GatewayClient(copy.gatewayUrl);
  const ids: number[] = [];
  for (let n = 0; n < commentCount; n += 1) {
    const parent = n % 3 === 2 ? { parentId: ids[n >> 1] } : {};
    const comment = { body: sentences(n), ...parent };
    const path = `/api/articles/${slug}/comments`;
    const { body } = await gateway.send<{ comment: { id: number } }>(
      'POST',
      path,
      { comment },
      tokens[n % tokens.length],
    );
    ids.push(body.comment.id);
  }
  return slug;
}
