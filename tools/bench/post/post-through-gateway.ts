import { Pool } from 'undici';
import { GatewayClient } from '#tools/gateway/gateway-client.js';
import { readWholeThread } from '#tools/gateway/read-whole-thread.js';
import type { Audience } from '../audience.js';
import { sentences } from '../sentences.js';

const headersWithinMs = 10_000;

/** Posts comments as browsers would, over kept connections. */
export class Poster {
  private readonly connections: Pool;
  private readonly posted = new Map<string, Set<number>>();

  constructor(
    private readonly gatewayUrl: string,
    private readonly audience: Audience,
  ) {
    this.connections = new Pool(gatewayUrl, { connections: 64, headersTimeout: headersWithinMs });
  }

  /** Whether the comment is answered and readable; a 202 or 503 is neither. @throws Error when it is refused. */
  async post(n: number): Promise<boolean> {
    const { slugs, tokens } = this.audience;
    const slug = slugs[n % slugs.length] ?? '';
    const { statusCode, body } = await this.connections.request({
      method: 'POST',
      path: `/api/articles/${slug}/comments`,
      headers: { 'content-type': 'application/json', authorization: `Token ${tokens[n % tokens.length]}` },
      body: JSON.stringify({ comment: { body: sentences(n) } }),
    });
    const text = await body.text();
    if (statusCode === 202 || statusCode === 503) return false;
    if (statusCode !== 201) throw new Error(`a post was answered with ${statusCode}: ${text.slice(0, 300)}`);
    const { comment } = JSON.parse(text) as { comment: { id: number } };
    this.posted.set(slug, (this.posted.get(slug) ?? new Set()).add(comment.id));
    return true;
  }

  /** @throws Error when a comment that was answered stands in no thread. */
  async checkReadable(): Promise<void> {
    for (const [slug, ids] of this.posted) {
      const comments = await readWholeThread<{ id: number }>(new GatewayClient(this.gatewayUrl), slug);
      const shown = new Set(comments.map(({ id }) => id));
      const missing = [...ids].filter((id) => !shown.has(id));
      if (missing.length > 0)
        throw new Error(`${missing.length} comments that were answered are not in the thread ${slug}`);
    }
  }

  close(): Promise<void> {
    return this.connections.close();
  }
}
