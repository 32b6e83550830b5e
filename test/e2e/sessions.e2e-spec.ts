import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { gateways, get, introduceGuest, post, put, register, send, signInAsAdmin, type Account } from './api-client.js';

let tove: Account;
beforeEach(async () => void (tove = await register('Tove')));

const signIn = async (more: object = {}) => {
  const { email, password } = tove;
  const { status, body } = await post('/api/users/login', { user: { email, password, ...more } });
  expect(status).toBe(200);
  return body.user;
};
const statusOf = async (token: string, gateway: number) => (await get('/api/user', { token, gateway })).status;
/** The answer of each copy of the gateway to a token, at once. */
const everywhere = (token: string) => Promise.all(gateways.map((_, gateway) => statusOf(token, gateway)));
const revoked = gateways.map(() => 401);
const good = gateways.map(() => 200);
const sessionsOf = async (token: string) => (await get('/api/user/sessions', { token })).body.sessions;

describe('sessions', () => {
  test('are listed, each with its start and end, and which one is the present', async () => {
    const { token } = await signIn();
    const sessions = await sessionsOf(token);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    const time = expect.stringMatching(/^\d{4}-.*Z$/) as unknown as string;
    expect(sessions[0]).toEqual({ id: expect.any(String), startedAt: time, expiresAt: time, current: true });
  });

  test('all end at once with the password that is chosen by an admin’s link; the record says who made the link', async () => {
    const [other, admin] = [(await signIn()).token, await signInAsAdmin()];
    const [person, maker] = [await get('/api/me', tove), await get('/api/me', { token: admin })];
    const { id } = person.body.me;
    const made = await post(`/api/people/${id}/password-resets`, {}, { token: admin });
    expect(made.status).toBe(201);
    const { token, expiresAt: until } = made.body.passwordReset;
    const { history } = (await get(`/api/people/${id}`, { token: admin })).body.person;
    expect(history).toEqual([
      expect.objectContaining({ type: 'PasswordResetIssued', until, actorId: maker.body.me.id }),
    ]);
    const choose = (password: string) => post('/api/users/password', { passwordReset: { token, password } });
    expect(await choose('short')).toMatchObject({ status: 422, body: { errors: { password: expect.any(Array) } } });
    expect(await choose('battery staple')).toMatchObject({ status: 204, text: '' });
    for (const ended of [tove.token, other]) expect(await everywhere(ended)).toEqual(revoked);
    expect(await choose('battery staple')).toMatchObject({
      status: 422,
      body: { errors: { token: expect.any(Array) } },
    });
    tove.password = 'battery staple';
    expect(await everywhere((await signIn()).token)).toEqual(good);
  });

  test('a link is mailed by no installation without a mail server, and it says so', async () => {
    const answer = await post('/api/users/password-resets', { passwordReset: { email: tove.email } });
    expect([answer.status, answer.body.detail]).toEqual([501, expect.stringMatching(/^This site sends no mail/)]);
  });

  test('an ended one is refused at once by every copy; the others stay valid', async () => {
    const other = (await signIn()).token;
    expect(await everywhere(other)).toEqual(good);
    const id = (await sessionsOf(other)).find(({ current }) => current)?.id;
    expect((await send('DELETE', `/api/user/sessions/${id}`, undefined, { token: tove.token })).status).toBe(204);
    expect(await everywhere(other)).toEqual(revoked);
    const { body } = await get('/api/user', { token: other });
    expect(body.errors).toEqual({ token: ['is revoked'] });
    for (const path of ['/api/articles/none/comments', '/api/profiles/none/follow', '/api/users/none/erasure']) {
      expect([401, 404]).toContain((await post(path, {}, { token: other })).status);
    }
    expect(await everywhere(tove.token)).toEqual(good);
    expect(await sessionsOf(tove.token)).toHaveLength(1);
  });

  test('signing out here, elsewhere, and everywhere', async () => {
    const [one, two] = [(await signIn()).token, (await signIn()).token];
    expect((await send('DELETE', '/api/user/sessions/this', undefined, { token: one })).status).toBe(204);
    expect(await everywhere(one)).toEqual(revoked);
    expect((await send('DELETE', '/api/user/sessions?others=true', undefined, { token: two })).status).toBe(204);
    expect([await everywhere(two), await everywhere(tove.token)]).toEqual([good, revoked]);
    const three = (await signIn()).token;
    expect((await send('DELETE', '/api/user/sessions', undefined, { token: two })).status).toBe(204);
    expect([await everywhere(two), await everywhere(three)]).toEqual([revoked, revoked]);
    expect(await everywhere((await signIn()).token)).toEqual(good);
  });

  test('nobody can end another’s, and a guest has none', async () => {
    const stranger = await register('Stranger');
    const id = (await sessionsOf(tove.token))[0]?.id;
    const refused = await send('DELETE', `/api/user/sessions/${id}`, undefined, { token: stranger.token });
    expect([refused.status, refused.body.errors]).toEqual([404, { session: ['not found'] }]);
    expect((await send('DELETE', '/api/user/sessions/x', undefined, { token: tove.token })).status).toBe(404);
    expect(await everywhere(tove.token)).toEqual(good);
    const guest = await introduceGuest('Ninny');
    expect((await send('DELETE', '/api/user/sessions', undefined, guest)).status).toBe(403);
    expect((await send('DELETE', '/api/user/sessions')).status).toBe(401);
  });

  test('a new password ends all except the one that sets it', async () => {
    const other = (await signIn({ refreshable: true })) as { token: string; refreshToken: string };
    const changed = await put('/api/user', { user: { password: 'tapioca pudding' } }, { token: tove.token });
    expect(changed.status).toBe(200);
    expect([await everywhere(other.token), await everywhere(tove.token)]).toEqual([revoked, good]);
    const { refreshToken } = other;
    expect((await post('/api/users/refresh', { user: { refreshToken } })).status).toBe(401);
  });
});

describe('refreshing', () => {
  const refresh = (refreshToken: string | undefined, gateway = 0) =>
    post('/api/users/refresh', { user: { refreshToken } }, { gateway });
  const lifeOf = (token: string) => {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>;
    return (claims['exp'] ?? 0) - (claims['iat'] ?? 0);
  };

  test('is on request: the tokens are short-lived then, others last as long as the session', async () => {
    const [plain, short] = [await signIn(), await signIn({ refreshable: true })];
    expect(plain).not.toHaveProperty('refreshToken');
    expect([lifeOf(plain.token), lifeOf(short.token)]).toEqual([7 * 24 * 3_600, 900]);
    const { status, body } = await refresh(short.refreshToken, 1);
    expect([status, body.user]).toEqual([
      200,
      { ...short, token: expect.any(String), refreshToken: expect.any(String) },
    ]);
    expect(body.user.refreshToken).not.toBe(short.refreshToken);
    expect(await everywhere(body.user.token)).toEqual(good);
  });

  test('a lost answer is repeated; a token used after its successor ends the session for everybody', async () => {
    const { token, refreshToken } = await signIn({ refreshable: true });
    const [one, again] = [await refresh(refreshToken), await refresh(refreshToken, 1)];
    expect(again.body.user.refreshToken).toBe(one.body.user.refreshToken);
    const last = await refresh(one.body.user.refreshToken);
    expect(last.status).toBe(200);
    const stolen = await refresh(refreshToken, 1);
    expect([stolen.status, stolen.body.errors]).toEqual([401, { refreshToken: ['is invalid'] }]);
    expect((await refresh(last.body.user.refreshToken)).status).toBe(401);
    // This answer is not awaited in the read database: the projection follows within a moment.
    const isRevoked = async () => (await everywhere(token)).every((status) => status === 401);
    await eventually(isRevoked, { what: 'the end of the session' });
  });

  test.each([undefined, '', 'x', 7])('%j is no refresh token', async (refreshToken) => {
    expect([401, 422]).toContain((await post('/api/users/refresh', { user: { refreshToken } })).status);
  });
});

describe('the public keys', () => {
  test('are published without anything secret, and verify tokens', async () => {
    const { status, body, headers } = await get('/.well-known/jwks.json');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    expect(body.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: expect.any(String) });
    expect(body.keys.every((key) => !('d' in key))).toBe(true);
    const keys = createLocalJWKSet(body);
    const { payload } = await jwtVerify(tove.token, keys, { algorithms: ['EdDSA'], issuer: 'broadside' });
    expect(payload).toMatchObject({ kind: 'account', roles: ['reader'] });
  });
});
