import { beforeAll, describe, expect, test } from '@jest/globals';
import { policy } from '#policy/policy.js';
import { RawConnection } from '#testing/raw-connection.js';
import { gateways, get, introduceGuest, post, publish, type Reply, send, signInAsAdmin } from './api-client.js';

const problem = (reply: Reply) => {
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(reply.body).toMatchObject({ type: expect.any(String), title: expect.any(String), status: reply.status });
  return [reply.status, reply.body.errors];
};

describe('bad input gets a problem document', () => {
  let admin: string;
  let guest: { id: string; token: string };
  let slug: string;

  beforeAll(async () => {
    admin = await signInAsAdmin();
    guest = await introduceGuest('Mallory');
    slug = await publish(admin, 'Of bad input');
  });

  const comment = (fields: object, to = slug) =>
    post(`/api/articles/${to}/comments`, { comment: fields }, { token: guest.token });

  test('no token, before anything else', async () => {
    const path = '/api/articles/no-such-article/comments';
    expect(problem(await post(path, { comment: { body: '' } }))).toEqual([401, { token: ['is missing'] }]);
    expect(problem(await get('/api/me'))).toEqual([401, { token: ['is missing'] }]);
  });

  /** The answer to headers alone, whose body never comes. */
  async function answerToHeaders(route: string, headers: Record<string, string> = {}): Promise<string> {
    const [method = '', path = ''] = route.replaceAll(/:\w+/g, 'x').split(' ');
    const connection = await RawConnection.to(Number(new URL(gateways[0] ?? '').port));
    const body = { 'content-type': 'application/json', 'content-length': '5000000' };
    connection.request(method, path, { ...body, ...headers });
    const answer = await connection.receives('"instance"', 5_000);
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    connection.close();
    return answer;
  }

  test('forbidden callers are refused before their body is read, on every route', async () => {
    const guarded = Object.entries(policy).filter(([route, { may }]) => !route.startsWith('GET') && may !== 'everyone');
    for (const [route, { may }] of guarded) {
      expect([route, await answerToHeaders(route)]).toEqual([route, expect.stringMatching(/^HTTP\/1.1 401 /)]);
      if (typeof may === 'string') continue;
      const asGuest = await answerToHeaders(route, { authorization: `Token ${guest.token}` });
      expect([route, asGuest]).toEqual([route, expect.stringMatching(/^HTTP\/1.1 403 /)]);
    }
    expect(guarded.length).toBeGreaterThan(20);
  });

  test('unknown routes and bodies that are too large are refused before the body is read', async () => {
    expect(await answerToHeaders('POST /api/nothing')).toMatch(/^HTTP\/1.1 404 /);
    expect(await answerToHeaders('POST /api/users/login')).toMatch(/^HTTP\/1.1 413 /);
    const asAdmin = { authorization: `Token ${admin}` };
    expect(await answerToHeaders('POST /api/imports/people', asAdmin)).toMatch(/^HTTP\/1.1 413 /);
  });

  test.each(['x', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`])(
    'the token %s',
    async (token) => {
      expect((await get('/api/me', { token })).status).toBe(401);
    },
  );

  test('a tampered token', async () => {
    const [head, claims, signature] = guest.token.split('.') as [string, string, string];
    const forged = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), roles: ['admin'] };
    const token = `${head}.${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`;
    expect((await get('/api/me', { token })).status).toBe(401);
  });

  test('an unknown article', async () => {
    const answer = [404, { article: ['not found'] }];
    expect(problem(await get('/api/articles/no-such-article'))).toEqual(answer);
    expect(problem(await get('/api/articles/no-such-article/comments'))).toEqual(answer);
    expect(problem(await comment({ body: '' }, 'no-such-article'))).toEqual(answer);
  });

  test.each(['/api/articles/%zz', '/api/articles/%00', '/api/articles/%00/comments'])(
    'the address %s',
    async (path) => {
      const reply = await get(path);
      expect([400, 404]).toContain(reply.status);
      problem(reply);
    },
  );

  test.each(['javascript:alert(1)', 'http://a/\u0000', 'http://a/\ud800', 'http://a b/', 'nowhere'])(
    'the website %j',
    async (website) => {
      const reply = await post('/api/guests', { guest: { name: 'Webster', website } });
      expect(problem(reply)).toEqual([422, { website: ['must be an http or https address'] }]);
    },
  );

  test.each([
    ['\u200b\u2800', "can't be blank"],
    ['\u0301', "can't be blank"],
    ['Webster\u202e', 'is invalid'],
  ])('the name %j', async (name, reason) => {
    expect(problem(await post('/api/guests', { guest: { name } }))).toEqual([422, { name: [reason] }]);
  });

  test.each([null, ''])('an e-mail or a website of %j counts as none', async (none) => {
    const { status, body } = await post('/api/guests', { guest: { name: 'Webster', email: none, website: none } });
    expect(status).toBe(201);
    const { me } = (await get('/api/me', { token: body.guest.token })).body;
    expect(me).toMatchObject({ name: 'Webster', email: null, website: null });
  });

  test.each(['', ' \n', '\u200b\u2800\u3164', null, undefined])('the text %j', async (body) => {
    expect(problem(await comment({ body }))).toEqual([422, { body: ["can't be blank"] }]);
  });

  test.each([
    ['over 10,000 code points', '💬'.repeat(10_001)],
    ['with a null character', 'a\u0000b'],
    ['with an escape', 'a\u001bb'],
    ['with half a character', 'a\ud83d'],
    ['that is a number', 7],
  ])('a text %s', async (_, body) => {
    expect(problem(await comment({ body }))).toEqual([422, { body: [expect.any(String)] }]);
  });

  test('10,000 code points, newlines and tabs are accepted', async () => {
    expect((await comment({ body: `${'💬'.repeat(9_997)}\n\tx` })).status).toBe(201);
  });

  test('a parent of another article, or none', async () => {
    const other = await publish(admin, 'Elsewhere');
    const there = await comment({ body: 'there' }, other);
    const parents: unknown[] = [there.body.comment.id, 99_999_999, 0, -1, 1.5, '1', {}];
    for (const parentId of parents) {
      expect(problem(await comment({ body: 'x', parentId }))).toEqual([422, { parentId: [expect.any(String)] }]);
    }
  });

  test.each(['{"comment":', '', 'null', '[]', '"x"', '{"comment":[]}', '{}'])('the body %j', async (text) => {
    const reply = await send('POST', `/api/articles/${slug}/comments`, text, { token: guest.token });
    problem(reply);
    expect([400, 422]).toContain(reply.status);
  });

  test('malformed JSON, and too much of it', async () => {
    const path = `/api/articles/${slug}/comments`;
    expect(problem(await send('POST', path, '{"a":', { token: guest.token }))[0]).toBe(400);
    expect(problem(await send('POST', path, `{"a":"${'x'.repeat(65_536)}"}`, { token: guest.token }))[0]).toBe(413);
    const form = { token: guest.token, headers: { 'content-type': 'text/plain' } };
    expect(problem(await send('POST', path, 'x', form))[0]).toBe(415);
  });

  test('an unknown route', async () => {
    expect(problem(await get('/api/nothing'))[0]).toBe(404);
    expect(problem(await get('/'))[0]).toBe(404);
    expect(problem(await send('DELETE', '/api/articles', undefined, { token: admin }))[0]).toBe(405);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'offset=-1', 'limit=', 'limit=1&limit=2'])(
    'the page %s',
    async (query) => {
      expect(problem(await get(`/api/articles?${query}`))[0]).toBe(422);
    },
  );

  test('a guest may not do what an admin does', async () => {
    const asking = { token: guest.token };
    expect(problem(await post('/api/articles', { article: {} }, asking))[0]).toBe(403);
    expect(problem(await post(`/api/articles/${slug}/close-comments`, {}, asking))[0]).toBe(403);
    expect(problem(await post('/api/imports/comments', { comments: [] }, asking))[0]).toBe(403);
    expect(problem(await get('/api/user', asking))[0]).toBe(403);
  });

  test('wrong credentials, whether the account exists or not', async () => {
    const wrong = await post('/api/users/login', { user: { email: 'nobody@example.org', password: 'password123' } });
    expect(problem(wrong)).toEqual([401, { credentials: ['invalid'] }]);
    const empty = await post('/api/users/login', { user: { email: '', password: '' } });
    expect(problem(empty)[0]).toBe(422);
  });

  test.each([
    { name: '' },
    { name: 'a\nb' },
    { name: 'x'.repeat(101) },
    { name: 'A', website: 'javascript:alert(1)' },
    {},
  ])('the guest %j', async (guestFields) =>
    expect(problem(await post('/api/guests', { guest: guestFields }))[0]).toBe(422),
  );

  test.each(['0000-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '9999-12-31T23:59:59.9999999Z'])(
    'the time %s of an archive',
    async (time) => {
      const [article, comment] = [{ publishedAt: time }, { postedAt: time }];
      const asAdmin = { token: admin };
      const told = ['is not between 1900 and tomorrow'];
      const articles = problem(await post('/api/imports/articles', { articles: [article] }, asAdmin));
      expect(articles).toEqual([422, expect.objectContaining({ publishedAt: told })]);
      const comments = problem(await post('/api/imports/comments', { comments: [comment] }, asAdmin));
      expect(comments).toEqual([422, expect.objectContaining({ postedAt: told })]);
      const people = [{ name: 'Ann', firstSeenAt: time }];
      const introduced = problem(await post('/api/imports/people', { source: 'x', people }, asAdmin));
      expect(introduced).toEqual([422, { firstSeenAt: told }]);
    },
  );

  test('a Consistency-Token of nonsense', async () => {
    const reply = await get(`/api/articles/${slug}`, { headers: { 'consistency-token': 'x:y;z' } });
    expect(problem(reply)[0]).toBe(400);
  });

  test.each(['k'.repeat(201), 'ké', 'k\tk'])('the Idempotency-Key %j', async (key) => {
    const path = `/api/articles/${slug}/comments`;
    const asking = { token: guest.token, headers: { 'idempotency-key': key } };
    const refused = [400, { 'Idempotency-Key': [expect.any(String)] }];
    expect(problem(await post(path, { comment: { body: 'once' } }, asking))).toEqual(refused);
  });

  test('an empty Idempotency-Key counts as none: the answer has a new one', async () => {
    const asking = { token: guest.token, headers: { 'idempotency-key': '' } };
    const reply = await post(`/api/articles/${slug}/comments`, { comment: { body: 'once' } }, asking);
    expect([reply.status, reply.headers.get('idempotency-key')]).toEqual([
      201,
      expect.stringMatching(/^[\da-f-]{36}$/),
    ]);
  });

  test.each([
    ['/api/guests', { guest: { name: 'Alias' } }],
    ['/api/users', { user: { username: 'Alias', email: 'alias@example.org', password: 'correct horse' } }],
  ])('a stranger’s Idempotency-Key that another may use too: %s', async (path, body) => {
    for (const key of ['1', 'registration', '00000000-0000-0000-0000-000000000000']) {
      const reply = await post(path, body, { headers: { 'idempotency-key': key } });
      expect(problem(reply)).toEqual([400, { 'Idempotency-Key': [expect.stringContaining('secret')] }]);
    }
  });
});
