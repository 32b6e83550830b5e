import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { gateways, get, introduceGuest, post, put, register, send, signInAsAdmin, type Account } from './api-client.js';

const mark = () => randomBytes(5).toString('hex');
const blank = ["can't be blank"];
const taken = ['has already been taken'];
const newUser = (fields: object = {}) => {
  const username = `tove_${mark()}`;
  return { username, email: `${username}@example.org`, password: 'correct horse', ...fields };
};
const refusal = async (fields: object) => {
  const { status, body } = await post('/api/users', { user: newUser(fields) });
  return [status, body.errors];
};

describe('registering', () => {
  test('a new account is signed in, and everyone can see it at once', async () => {
    const user = newUser();
    const { status, body } = await post('/api/users', { user });
    const { username, email } = user;
    const token = expect.any(String) as unknown as string;
    expect([status, body]).toEqual([201, { user: { email, username, token, bio: null, image: null } }]);
    const read = await get('/api/user', { token: body.user.token, gateway: 1 });
    expect(read.body).toEqual({ user: { ...body.user } });
    const profile = { username, bio: null, image: null, following: false };
    expect((await get(`/api/profiles/${username}`, { gateway: 1 })).body).toEqual({ profile });
    const again = await post('/api/users/login', { user }, { gateway: 1 });
    expect([again.status, again.body.user.username]).toEqual([200, username]);
  });

  test.each([
    [{ username: '' }, { username: blank }],
    [{ username: ' \t' }, { username: expect.any(Array) }],
    [{ username: null }, { username: blank }],
    [{ username: '\u200b\u2060' }, { username: blank }],
    [{ username: '\u2800' }, { username: blank }],
    [{ username: 'to\u202eve' }, { username: ['is invalid'] }],
    [{ username: '..' }, { username: ['is invalid'] }],
    [{ username: 'x'.repeat(51) }, { username: ['is too long (maximum is 50 characters)'] }],
    [{ username: 7 }, { username: expect.any(Array) }],
    [{ email: '' }, { email: blank }],
    [{ email: 'tove' }, { email: ['is invalid'] }],
    [{ email: 'to ve@example.org' }, { email: ['is invalid'] }],
    [{ password: '' }, { password: blank }],
    [{ password: 'short7c' }, { password: ['is too short (minimum is 8 characters)'] }],
    [{ password: undefined }, { password: blank }],
  ])('%j is refused', async (fields, errors) => expect(await refusal(fields)).toEqual([422, errors]));

  test('a name or an e-mail is taken whatever its case and Unicode form', async () => {
    const name = `Zo\u00eb Strau\u00df ${mark()}`;
    const email = `${mark()}.Zoe\u0308@example.org`;
    expect((await post('/api/users', { user: newUser({ username: name, email }) })).status).toBe(201);
    for (const other of [name, name.normalize('NFD'), name.toUpperCase(), `${name}\u200d`, name.replace('Z', 'Ｚ')]) {
      expect(await refusal({ username: other })).toEqual([409, { username: taken }]);
    }
    for (const other of [email, email.toUpperCase(), email.normalize('NFC')]) {
      expect(await refusal({ email: other })).toEqual([409, { email: taken }]);
    }
    expect(await refusal({ username: name, email })).toEqual([409, { username: taken, email: taken }]);
    const found = await get(`/api/profiles/${encodeURIComponent(name.toUpperCase())}`);
    expect(found.body.profile.username).toBe(name);
  });

  test.each(['аdmin', 'Adrnin', 'a.d.m.i.n', 'm0derator', 'Sуstem', 'ｓｕｐｐｏｒｔ'])(
    'a name that looks like one of the staff’s is refused: %s',
    async (username) => {
      expect(await refusal({ username })).toEqual([422, { username: ['looks like a name of the staff'] }]);
    },
  );

  test('of two registrations of one name at the same instant one succeeds, the other is refused as taken', async () => {
    const username = `wanted_${mark()}`;
    const rivals = Array.from({ length: 4 }, () => newUser({ username }));
    // On a busy machine an attempt may get no answer in time; as its 503 says, it is repeated under the same key.
    const insist = async (user: object, gateway: number) => {
      const asking = { gateway, headers: { 'idempotency-key': crypto.randomUUID() } };
      for (;;) {
        const reply = await post('/api/users', { user }, asking);
        if (reply.status !== 503) return reply;
      }
    };
    const replies = await Promise.all(rivals.map(insist));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    for (const { status, body } of replies) if (status === 409) expect(body.errors).toEqual({ username: taken });
  });

  test('a repeated registration is one; with another password it gets no token', async () => {
    const user = newUser();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const first = await post('/api/users', { user }, { headers });
    const second = await post('/api/users', { user }, { headers, gateway: 1 });
    expect([second.status, second.body]).toEqual([201, first.body]);
    const guessed = await post('/api/users', { user: { ...user, password: 'guessing it' } }, { headers });
    expect([guessed.status, guessed.body.errors]).toEqual([422, { 'Idempotency-Key': [expect.any(String)] }]);
  });
});

describe('an account', () => {
  let tove: Account;
  beforeAll(async () => void (tove = await register('Tove')));
  const change = async (user: object, token = tove.token) => put('/api/user', { user }, { token });

  test('changes its profile, and everyone reads it at once', async () => {
    const changed = await change({ bio: 'Of islands\nand boats', image: 'javascript:alert(1)' });
    expect([changed.status, changed.body.user]).toMatchObject([
      200,
      { bio: 'Of islands\nand boats', token: tove.token },
    ]);
    const read = await get(`/api/profiles/${encodeURIComponent(tove.username)}`, { gateway: 1 });
    expect(read.body.profile).toMatchObject({ bio: 'Of islands\nand boats', image: 'javascript:alert(1)' });
    expect((await change({ bio: '', image: null })).body.user).toMatchObject({ bio: null, image: null });
    expect((await change({})).body.user).toMatchObject({ bio: null, username: tove.username });
  });

  test.each([
    { username: '' },
    { username: null },
    { email: '' },
    { email: null },
    { email: 'nowhere' },
    { password: '' },
    { password: null },
    { password: 'short7c' },
    { bio: 'x'.repeat(5001) },
    { image: 'x'.repeat(2001) },
    { image: 'a\0b' },
  ])('does not change to %j', async (user) => expect((await change(user)).status).toBe(422));

  test('changes its name and e-mail; the old name stays reserved for a while, the new one is reserved', async () => {
    const [one, other] = [await register('Tooticky'), await register('Sniff')];
    const username = `Tuulikki ${mark()}`;
    const email = `${mark()}@example.org`;
    expect((await change({ username, email }, one.token)).body.user).toMatchObject({ username, email });
    const login = await post('/api/users/login', { user: { email: email.toUpperCase(), password: one.password } });
    expect([login.status, login.body.user.username]).toEqual([200, username]);
    expect((await get(`/api/profiles/${encodeURIComponent(one.username)}`)).status).toBe(404);
    for (const name of [username.toUpperCase(), one.username]) {
      const refused = await change({ username: name }, other.token);
      expect([refused.status, refused.body.errors]).toEqual([409, { username: taken }]);
    }
    expect((await change({ username: one.username }, one.token)).body.user.username).toBe(one.username);
    const freed = await change({ email: one.email }, other.token);
    expect([freed.status, freed.body.user.email]).toEqual([200, one.email]);
  });

  test('changes its password; the present token stays valid', async () => {
    const { email, password, token } = await register('Hemulen');
    expect((await change({ password: 'tapioca pudding' }, token)).status).toBe(200);
    expect((await get('/api/user', { token })).status).toBe(200);
    expect((await post('/api/users/login', { user: { email, password } })).status).toBe(401);
    expect((await post('/api/users/login', { user: { email, password: 'tapioca pudding' } })).status).toBe(200);
  });

  test('comments under its name, also a new one', async () => {
    const admin = await signInAsAdmin();
    const article = { title: `Of names ${mark()}`, description: '-', body: '-' };
    const { body } = await post('/api/articles', { article }, { token: admin });
    const path = `/api/articles/${body.article.slug}/comments`;
    const username = `Misabel ${mark()}`;
    const { token } = await register('Misa');
    expect((await change({ username }, token)).status).toBe(200);
    const posted = await post(path, { comment: { body: 'here' } }, { token });
    expect([posted.status, posted.body.comment]).toMatchObject([201, { author: { username, kind: 'account' } }]);
  });

  test('can change only so often a day, and is told until when; signing out stays possible', async () => {
    const { token } = await register('Fidget');
    const answers = [];
    for (let turn = 0; turn <= 20; turn += 1) answers.push(await change({ bio: `bio ${turn}` }, token));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    const refused = answers.at(-1);
    expect(refused?.body.errors).toEqual({ limit: ['profile changes: 20 a day'] });
    expect(refused?.headers.get('content-type')).toMatch('application/problem+json');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send('DELETE', '/api/user/sessions/this', undefined, { token })).status).toBe(204);
  });

  test('Bearer is accepted like Token', async () => {
    const headers = { authorization: `Bearer ${tove.token}` };
    expect((await get('/api/user', { headers })).body.user.token).toBe(tove.token);
  });
});

describe('following', () => {
  let [tove, celebrity]: Account[] = [];
  let path = '';
  beforeAll(async () => {
    [tove, celebrity] = [await register('Tove'), await register('Celebrity/#1 %')];
    path = `/api/profiles/${encodeURIComponent(celebrity.username)}`;
  });
  const as = (account: Account | undefined, gateway = 0) => ({ token: account?.token, gateway });

  test('shows only to the follower, however often it is repeated', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      const followed = await send('POST', `${path}/follow`, undefined, as(tove));
      expect([followed.status, followed.body.profile.following]).toEqual([200, true]);
    }
    expect((await get(path, as(tove, 1))).body.profile.following).toBe(true);
    expect((await get(path, as(celebrity, 1))).body.profile.following).toBe(false);
    expect((await get(path)).body.profile.following).toBe(false);
    for (let turn = 0; turn < 2; turn += 1) {
      const unfollowed = await send('DELETE', `${path}/follow`, undefined, as(tove));
      expect([unfollowed.status, unfollowed.body.profile.following]).toEqual([200, false]);
    }
    expect((await get(path, as(tove, 1))).body.profile.following).toBe(false);
  });

  test.each(['POST', 'DELETE'])('%s is only for accounts, and only for existing profiles', async (method) => {
    const stranger = await send(method, '/api/profiles/nobody/follow');
    expect([stranger.status, stranger.body.errors]).toEqual([401, { token: ['is missing'] }]);
    const unknown = await send(method, '/api/profiles/nobody/follow', undefined, as(tove));
    expect([unknown.status, unknown.body.errors]).toEqual([404, { profile: ['not found'] }]);
    const guest = await introduceGuest('Ninny');
    expect((await send(method, `${path}/follow`, undefined, guest)).status).toBe(403);
  });

  test('nobody can follow themselves', async () => {
    const refused = await send('POST', `${path}/follow`, undefined, as(celebrity));
    expect([refused.status, refused.body.errors]).toEqual([422, { profile: ["can't be yourself"] }]);
  });

  test('a guest has no profile, and a bad token is refused', async () => {
    const name = `Ninny ${mark()}`;
    const guest = await introduceGuest(name);
    expect((await get(`/api/profiles/${encodeURIComponent(name)}`)).status).toBe(404);
    expect((await put('/api/user', { user: {} }, guest)).status).toBe(403);
    expect((await get(path, { token: 'x' })).status).toBe(401);
    expect(gateways.length).toBe(2);
  });
});
