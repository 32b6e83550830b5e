import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describeWithRedis } from '#testing/redis.js';
import { giveCommand } from '#tools/call/give-command.js';
import { commandKey } from './command-key.js';
import { ask, newAddress } from './limited-client.js';
import { get, introduceGuest, publish, register, signInAsAdmin } from './api-client.js';
import { startSpareGateways, type SpareGateways } from './spare-gateways.js';
import { copiesOf } from './stack.js';

interface Said {
  addressRange: { id: string; range: string; sanctions: object };
  addressRanges: { id: string; range: string }[];
  comment: { id: number; held?: boolean; body: string };
  comments: { id: number; body: string; held?: boolean; heldBecause?: string; article?: object }[];
  commentsCount: number;
  detail: string;
  errors: object;
}

/** A network that no other test uses, and an address in it. */
function newNetwork() {
  const group = () => (1 + Math.floor(Math.random() * 65_535)).toString(16);
  const start = `2001:db8:${group()}:${group()}::`;
  return { from: `${start}1`, range: `${start}/64` };
}

describeWithRedis('ranges of addresses', () => {
  let spare: SpareGateways;
  let admin: string;
  let slug: string;

  beforeAll(async () => {
    spare = await startSpareGateways({});
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Of addresses');
  }, 90_000);
  afterAll(() => spare.stop(), 30_000);

  const say = async (
    method: string,
    path: string,
    { body, token, from, replica = 0 }: { body?: object; token?: string; from?: string; replica?: number } = {},
  ) => {
    const answer = await ask(method, `${spare.urls[replica % 2]}${path}`, body, {
      ...(token !== undefined && { token }),
      ...(from !== undefined && { from }),
    });
    return { status: answer.status, body: (await answer.json()) as Said };
  };
  const comment = (token: string, from: string, body: string, { replica = 0, ...more }: Record<string, number> = {}) =>
    say('POST', `/api/articles/${slug}/comments`, { body: { comment: { body, ...more } }, token, from, replica });
  const sanction = (range: string, kind: string, more: object = {}, token = admin) =>
    say('POST', '/api/address-ranges', { body: { addressRange: { range, kind, reason: 'spam', ...more } }, token });
  const lift = (id: string) =>
    say('DELETE', `/api/address-ranges/${id}`, { body: { addressRange: { reason: 'other' } }, token: admin });
  const thread = async () => (await get(`/api/articles/${slug}/comments`)).body.comments.map(({ id }) => id);

  test('a comment records its address, sealed, and the versions it was decided on', async () => {
    const { from, range } = newNetwork();
    const { body: said } = await sanction(range, 'premoderate');
    const { id, token } = await introduceGuest('Nora Network');
    const { body } = await comment(token, from, 'recorded');
    const url = new URL(process.env['E2E_POSTGRES_URL'] ?? '');
    url.pathname = '/broadside_comments';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const sql = 'SELECT data FROM events WHERE stream = $1';
    const { rows } = await client.query<{ data: object }>(sql, [`comment-${body.comment.id}`]);
    await client.end();
    expect(rows[0]?.data).toMatchObject({
      author: { personId: id },
      postedFrom: { address: expect.stringMatching(/^s1\./), month: new Date().toISOString().slice(0, 7) },
      decidedOn: { person: 1, addressRanges: { [said.addressRange.id]: 1 } },
      heldBecause: 'address-premoderated',
    });
  });

  test('nobody can write from a banned one, on any replica, from the answer until it is lifted', async () => {
    const { from, range } = newNetwork();
    const { token } = await introduceGuest('Nora Network');
    expect((await comment(token, from, 'before')).status).toBe(201);
    const banned = await sanction(range, 'ban', { note: 'a whole street' });
    expect([banned.status, banned.body.addressRange]).toEqual([
      201,
      { id: expect.any(String), range, sanctions: { ban: { reason: 'spam', until: null } }, version: 1 },
    ]);
    for (const replica of [0, 1]) {
      const refused = await comment(token, from, 'during', { replica });
      expect([refused.status, refused.body.detail]).toEqual([403, 'Your address is banned. Reason: spam.']);
      const guest = { guest: { name: 'Another' } };
      expect((await say('POST', '/api/guests', { body: guest, from, replica })).status).toBe(403);
      const user = {
        username: `n${randomBytes(6).toString('hex')}`,
        email: 'n@example.org',
        password: 'correct horse',
      };
      expect((await say('POST', '/api/users', { body: { user }, from, replica })).status).toBe(403);
      expect((await say('GET', `/api/articles/${slug}/comments`, { from, replica })).status).toBe(200);
      expect((await say('GET', '/api/me', { token, from, replica })).status).toBe(200);
      expect((await comment(token, newAddress(), 'from elsewhere', { replica })).status).toBe(201);
    }
    const lifted = await lift(banned.body.addressRange.id);
    expect([lifted.status, lifted.body.addressRange.sanctions]).toEqual([200, {}]);
    for (const replica of [0, 1]) expect((await comment(token, from, 'after', { replica })).status).toBe(201);
  });

  test('the comments service refuses them by its own replicated data', async () => {
    const { from, range } = newNetwork();
    const { token } = await introduceGuest('Direct');
    const { status, body } = await sanction(range, 'suspend', { until: '2999-01-01T00:00:00.000Z' });
    expect(status).toBe(201);
    const article = (await get(`/api/articles/${slug}`)).body.article as unknown as { id: string };
    for (const { url = '' } of await copiesOf('comments')) {
      const command = (address: string) =>
        giveCommand({
          ...{ url, key: commandKey(), name: 'post-comment', token, from: address },
          headers: { 'consistency-token': `address-range-${body.addressRange.id}:1` },
          body: JSON.stringify({ articleId: article.id, body: 'past the gateway' }),
        });
      const refused = await command(from);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('Your address is suspended until 2999-01-01');
      expect((await command('unknown')).status).toBe(201);
    }
  });

  test('comments from a pre-moderated one are held until approved', async () => {
    const { from, range } = newNetwork();
    const { token } = await introduceGuest('Petra Patient');
    expect((await sanction(range, 'premoderate')).status).toBe(201);
    const { body, status } = await comment(token, from, 'hold me');
    expect([status, body.comment.held]).toEqual([201, true]);
    const { id } = body.comment;
    expect(await thread()).not.toContain(id);
    expect((await comment(token, newAddress(), 'a reply', { parentId: id })).status).toBe(422);
    const { commentCount } = (await get('/api/me', { token })).body.me;
    expect(commentCount).toBe(1);
    const mine = (await get('/api/me/export', { token })).body.comments as unknown as Said['comments'];
    expect(mine).toMatchObject([{ id, body: 'hold me', held: true }]);

    expect((await say('GET', '/api/held-comments', { token })).status).toBe(403);
    const waiting = (await say('GET', '/api/held-comments?limit=100', { token: admin })).body;
    expect(waiting.commentsCount).toBeGreaterThan(0);
    expect(waiting.comments.find((one) => one.id === id)).toMatchObject({
      ...{ body: 'hold me', held: true, heldBecause: 'address-premoderated' },
      article: { slug, title: 'Of addresses' },
    });

    const shown = (await get(`/api/articles/${slug}`)).body.article.commentCount;
    expect((await say('POST', `/api/comments/${id}/approve`, { token, from })).status).toBe(403);
    for (const replica of [0, 1]) {
      const approved = await say('POST', `/api/comments/${id}/approve`, { token: admin, replica });
      expect([approved.status, approved.body.comment.id, approved.body.comment.held]).toEqual([200, id, undefined]);
    }
    expect(await thread()).toContain(id);
    expect((await get(`/api/articles/${slug}`)).body.article.commentCount).toBe(shown + 1);
    expect((await comment(token, newAddress(), 'a reply', { parentId: id })).status).toBe(201);
    for (const none of ['999999999', '0', 'x']) {
      expect((await say('POST', `/api/comments/${none}/approve`, { token: admin })).status).toBe(404);
    }
  });

  test('one network is one range, however it is written', async () => {
    const { range } = newNetwork();
    const first = await sanction(range.replace('::/64', ':ffff::1/64'), 'ban');
    const second = await sanction(range, 'premoderate', { until: '2999-01-01T00:00:00.000Z' });
    expect(second.body.addressRange).toEqual({
      ...{ id: first.body.addressRange.id, range, version: 2 },
      sanctions: {
        ban: { reason: 'spam', until: null },
        premoderation: { reason: 'spam', until: '2999-01-01T00:00:00.000Z' },
      },
    });
    const { addressRanges } = (await say('GET', '/api/address-ranges?limit=100', { token: admin })).body;
    expect(addressRanges.filter((one) => one.range === range)).toEqual([second.body.addressRange]);
    await lift(first.body.addressRange.id);
    const later = (await say('GET', '/api/address-ranges?limit=100', { token: admin })).body;
    expect(later.addressRanges.filter((one) => one.range === range)).toEqual([]);
  });

  test('an IPv4 address is in its range in every notation', async () => {
    const { token } = await introduceGuest('Tunnel');
    const [group, last] = [0, 1].map(() => 1 + Math.floor(Math.random() * 254)) as [number, number];
    const hex = (...octets: number[]) => octets.map((octet) => octet.toString(16).padStart(2, '0')).join('');
    const [address, sixToFour] = [`198.51.${group}.${last}`, `2002:c633:${hex(group, last)}:1::1`];
    const { status, body } = await sanction(`2002:c633:${hex(group, 0)}::/40`, 'ban');
    expect([status, body.addressRange.range]).toEqual([201, `198.51.${group}.0/24`]);
    const forms = [address, `${address}:51234`, `"[::ffff:${address}]:443"`, `64:ff9b::${address}`, `[${sixToFour}]`];
    for (const [replica, from] of forms.entries()) {
      expect([from, (await comment(token, from, 'around it', { replica })).status]).toEqual([from, 403]);
    }
    expect((await comment(token, `${address}, unknown`, 'by the proxy')).status).toBe(201);
    await lift(body.addressRange.id);
  });

  test('forbidden callers and invalid ranges are refused', async () => {
    const { token } = await register('Reader');
    expect((await sanction('203.0.113.0/24', 'ban', {}, token)).status).toBe(403);
    expect((await say('GET', '/api/address-ranges', { token })).status).toBe(403);
    for (const [range, kind, more] of [
      ['nowhere', 'ban', {}],
      ['0.0.0.0/0', 'ban', {}],
      ['64:ff9b::203.0.113.0/24', 'ban', {}],
      ['203.0.113.0/24', 'warn', {}],
      ['203.0.113.0/24', 'suspend', {}],
      ['203.0.113.0/24', 'ban', { until: '2020-01-01T00:00:00.000Z' }],
      ['203.0.113.0/24', 'ban', { reason: 'dislike' }],
    ] as const) {
      expect([range, (await sanction(range, kind, more)).status]).toEqual([range, 422]);
    }
    const { from, range } = newNetwork();
    const own = { body: { addressRange: { range, kind: 'ban', reason: 'spam' } }, token: admin, from };
    expect((await say('POST', '/api/address-ranges', own)).body.errors).toEqual({
      range: ['has your own address in it'],
    });
    for (const id of ['0190a3c2-7a4e-7c1b-9f0a-000000000000', 'x']) expect((await lift(id)).status).toBe(404);
  });
});
