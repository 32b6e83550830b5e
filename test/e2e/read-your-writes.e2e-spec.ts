import { beforeAll, describe, expect, test } from '@jest/globals';
import { gateways, get, introduceGuest, post, publish, register, send, signInAsAdmin } from './api-client.js';

describe('promise 10: readers read their own writes, on any replica', () => {
  let admin: string;
  let guest: { id: string; token: string };

  beforeAll(async () => {
    admin = await signInAsAdmin();
    guest = await introduceGuest('Grace');
  });

  const comment = (slug: string, body: string, gateway: number) =>
    post(`/api/articles/${slug}/comments`, { comment: { body } }, { token: guest.token, gateway });

  test('200 times: a comment right after publishing is accepted, right after closing refused', async () => {
    const seen: string[] = [];
    for (let round = 0; round < 200; round += 1) {
      const [here, there] = [round % gateways.length, (round + 1) % gateways.length];
      const slug = await publish(admin, `Round ${round}`, { gateway: here });
      const accepted = await comment(slug, 'right after publishing', there);
      const thread = await get(`/api/articles/${slug}/comments`, { gateway: here });
      const closed = await post(`/api/articles/${slug}/close-comments`, {}, { token: admin, gateway: there });
      const refused = await comment(slug, 'right after closing', here);
      const count = thread.body.comments.length;
      seen.push(`${accepted.status} ${count} ${closed.status} ${refused.status}`);
    }
    expect(new Set(seen)).toEqual(new Set(['201 1 200 403']));
  }, 240_000);

  test('what an admin says of the site is there for everyone, on the other copy, and what is refused is named', async () => {
    const change = (site: object, token = admin) => send('PATCH', '/api/site', JSON.stringify({ site }), { token });
    const { site: before } = (await get('/api/site', { gateway: 1 })).body;
    const page = '/api/site/pages/rules';
    expect((await get(page, { gateway: 1 })).status).toBe(404);
    const said = await change({ motto: 'Said on one copy', rules: 'Be *kind*' });
    expect([said.status, said.body.site]).toMatchObject([
      200,
      { name: before.name, motto: 'Said on one copy', pages: { rules: true } },
    ]);
    expect((await get('/api/site', { gateway: 1 })).body).toEqual(said.body);
    expect((await get(page, { gateway: 1 })).text).toContain('<em>kind</em>');
    const refused = await change({ name: '', language: 'xx', timeZone: 'Mars/Olympus' });
    expect([refused.status, Object.keys(refused.body.errors as object)]).toEqual([
      422,
      ['name', 'language', 'timeZone'],
    ]);
    expect((await change({ motto: before.motto, rules: null })).status).toBe(200);
    expect((await get(page, { gateway: 1 })).status).toBe(404);
  });

  test('what an account has seen of a thread is no news to it, on the other copy; a guest’s browser knows that itself', async () => {
    const slug = await publish(admin, 'Seen and not seen');
    const { token } = await register('Reader');
    const { body } = await comment(slug, 'news', 0);
    const { shownAt } = body.comment;
    const visit = (upTo: string, of = token) =>
      post(`/api/articles/${slug}/visits`, { visit: { upTo } }, { token: of });
    const thread = async () => (await get(`/api/articles/${slug}/comments`, { token, gateway: 1 })).body.visitedUpTo;
    const news = async () => {
      const { articles } = (await get('/api/articles', { token, gateway: 1 })).body;
      return articles.find((article) => article.slug === slug)?.newCount;
    };
    expect([await thread(), await news()]).toEqual([null, undefined]);
    const [early, seen] = [await visit('2026-01-01T00:00:00Z'), '2026-01-01T00:00:00.000Z'];
    expect([early.status, early.body, await thread(), await news()]).toEqual([200, { visit: { upTo: seen } }, seen, 1]);
    const [first, again] = [await visit(shownAt), await visit(seen)];
    const tokenOf = ({ headers }: typeof first) => headers.get('consistency-token');
    expect([first.body, again.body]).toEqual(Array(2).fill({ visit: { upTo: shownAt } }));
    expect([tokenOf(again), await thread(), await news()]).toEqual([tokenOf(first), shownAt, 0]);
    const ahead = (await visit('9999-01-01T00:00:00Z')).body.visit.upTo;
    expect([ahead > shownAt, ahead <= new Date().toISOString()]).toEqual([true, true]);
    const refused = await visit(shownAt, guest.token);
    expect([refused.status, refused.body.detail]).toEqual([403, 'A guest has no account.']);
    expect((await get('/api/me/export', { token, gateway: 1 })).body.visits).toMatchObject([{ article: { slug } }]);
  });

  test('a client that asks not to wait is answered at once, and reads its write with the token, on the other copy', async () => {
    const slug = await publish(admin, 'Not waited for');
    const empty = await get(`/api/articles/${slug}/comments`, { gateway: 1 });
    const accepted = await post(
      `/api/articles/${slug}/comments`,
      { comment: { body: 'soon' } },
      { token: guest.token, headers: { prefer: 'respond-async' } },
    );
    expect(accepted.status).toBe(202);
    expect(accepted.body).toMatchObject({ status: 'accepted', streams: expect.any(Object) });
    const token = accepted.headers.get('consistency-token') ?? '';
    const headers = { 'consistency-token': token, 'if-none-match': empty.headers.get('etag') ?? '' };
    const thread = await get(`/api/articles/${slug}/comments`, { gateway: 1, headers });
    expect([empty.body.comments.length, thread.body.comments?.length]).toEqual([0, 1]);
  });

  test('a token whose versions do not arrive is an explicit 503, never a stale page', async () => {
    const slug = await publish(admin, 'From the future');
    const { status, headers } = await get(`/api/articles/${slug}/comments`, {
      headers: { 'consistency-token': 'comment-999999999:1' },
    });
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('a repeated command is one comment', async () => {
    const slug = await publish(admin, 'Said twice');
    const asking = { token: guest.token, headers: { 'idempotency-key': crypto.randomUUID() } };
    const say = (gateway: number) =>
      post(`/api/articles/${slug}/comments`, { comment: { body: 'once' } }, { ...asking, gateway });
    const replies = await Promise.all([say(0), say(1), say(0), say(1)]);
    expect(new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body])))).toHaveProperty('size', 1);
    expect((await get(`/api/articles/${slug}/comments`)).body.comments).toHaveLength(1);
  });
});
