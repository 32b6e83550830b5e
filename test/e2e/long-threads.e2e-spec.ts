import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { gateways, get, introduceGuest, post, publish, type Reply, signInAsAdmin } from './api-client.js';
import { managementOf } from './stack.js';

const commentCount = 1_200;
const atOnce = 80;

/** A gateway's own metrics: when it was started, and its memory. */
async function measured(): Promise<{ startedAt: number; bytes: number }> {
  const text = await (await fetch(`${managementOf(gateways[0] ?? '')}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return { startedAt: figure('process_start_time_seconds'), bytes: figure('process_resident_memory_bytes') };
}

const nextOf = ({ headers }: Reply) => /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];

describe('a minute of ten guests: 1,200 comments of 10,000 characters', () => {
  let slug: string;
  let path: string;

  beforeAll(async () => {
    const admin = await signInAsAdmin();
    const guest = await introduceGuest('Ada');
    slug = await publish(admin, 'Of a long thread');
    path = `/api/articles/${slug}/comments`;
    const articleId = ((await get(`/api/articles/${slug}`)).body.article as unknown as { id: string }).id;
    for (let from = 0; from < commentCount; from += atOnce) {
      const comments = Array.from({ length: atOnce }, (_, index) => ({
        ...{ articleId, personId: guest.id, name: 'Ada', format: 'text', body: '語'.repeat(10_000) },
        postedAt: new Date(Date.parse('2020-02-29') + (from + index) * 1_000).toISOString(),
        provenance: { source: 'a long thread', externalId: String(from + index) },
      }));
      expect((await post('/api/imports/comments', { comments }, { token: admin })).status).toBe(200);
    }
    const isShown = async () => (await get(`/api/articles/${slug}`)).body.article.commentCount === commentCount;
    await eventually(isShown, { timeoutMs: 60_000, what: 'the comments to be shown' });
  }, 120_000);

  test('are read page by page, each once', async () => {
    const ids = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: Reply = await get(next);
      expect([page.status, Buffer.byteLength(page.text) <= 4_000_000]).toEqual([200, true]);
      ids.push(...page.body.comments.map(({ id }) => id));
      next = nextOf(page);
    }
    expect([ids.length, new Set(ids).size]).toEqual([commentCount, commentCount]);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  });

  test('by twenty at once, without ending a gateway', async () => {
    const before = await measured();
    const reader = async () => {
      const replies: Reply[] = [];
      for (let round = 0; round < 3; round += 1) replies.push(await get(path));
      return replies;
    };
    const read = await Promise.allSettled(Array.from({ length: 20 }, reader));
    const after = await measured();
    expect(after.startedAt).toBe(before.startedAt);
    expect(after.bytes).toBeLessThan(400_000_000);
    const replies = read.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    expect(replies).toHaveLength(60);
    const served = replies.filter(({ status }) => status === 200);
    expect(served.length).toBeGreaterThan(0);
    expect(served.every((reply) => reply.text.endsWith(']}') && nextOf(reply) !== undefined)).toBe(true);
    const refused = replies.filter(({ status }) => status !== 200);
    expect(refused.every(({ status, headers }) => status === 503 && headers.get('retry-after') === '1')).toBe(true);
  });
});
