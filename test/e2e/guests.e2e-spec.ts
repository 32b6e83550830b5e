import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, put, publish, register, send, signInAsAdmin, type Asking } from './api-client.js';

interface Author {
  username: string;
  id: string;
  kind: string;
  mark?: string;
  following: boolean;
}

let admin: string;
let slug: string;
beforeAll(async () => {
  admin = await signInAsAdmin();
  slug = await publish(admin, 'Of guests who stay');
});

async function account(name: string) {
  const registered = await register(name);
  return { ...registered, id: (await get('/api/me', registered)).body.me.id };
}
const nameOf = (name: string) => `${name} ${Math.random().toString(36).slice(2, 8)}`;
async function write(token: string, body: string): Promise<number> {
  const reply = await post(`/api/articles/${slug}/comments`, { comment: { body } }, { token });
  if (reply.status !== 201) throw new Error(`not posted: ${reply.status} ${reply.text}`);
  return reply.body.comment.id;
}
/** A guest who has posted so often. */
async function guestWith(count: number, name = nameOf('Gast')) {
  const guest = { ...(await introduceGuest(name)), name };
  const comments: number[] = [];
  for (let n = 0; n < count; n += 1) comments.push(await write(guest.token, `No. ${n} of ${name}`));
  return { ...guest, comments };
}
const claim = (token: string, guestToken: string, asking: Asking = {}) =>
  post('/api/me/guests', { guest: { token: guestToken } }, { ...asking, token });
const countOf = async (token: string, gateway = 1) => (await get('/api/me', { token, gateway })).body.me.commentCount;
const unlink = (id: string, token = admin) => post(`/api/people/${id}/unlink`, {}, { token });
async function authorOf(commentId: number | undefined, asking: Asking = {}): Promise<Author | undefined> {
  const { body } = await get(`/api/articles/${slug}/comments`, { gateway: 1, ...asking });
  return (body.comments as { id: number; author?: Author }[]).find(({ id }) => id === commentId)?.author;
}
const isRefused = async (token: string) =>
  Promise.all([0, 1].map(async (gateway) => (await get('/api/me', { token, gateway })).status));

describe('a guest becomes an account', () => {
  test('by a command: count and comments are the account’s, the credential is invalid', async () => {
    const [tove, guest, other] = [await account('Tove'), await guestWith(2), await guestWith(1)];
    await write(tove.token, 'My own');
    const claimed = await claim(tove.token, guest.token);
    expect([claimed.status, claimed.body.me]).toMatchObject([200, { id: tove.id, kind: 'account', commentCount: 3 }]);
    expect(await isRefused(guest.token)).toEqual([401, 401]);
    expect((await claim(tove.token, other.token, { gateway: 1 })).body.me.commentCount).toBe(4);
    expect(await countOf(tove.token, 0)).toBe(4);
    await write(tove.token, 'One more');
    expect(await countOf(tove.token)).toBe(5);
    const exported = (await get('/api/me/export', { token: tove.token })).body as unknown as {
      comments: { id: number }[];
    };
    expect(exported.comments.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...guest.comments, ...other.comments]),
    );
    expect(exported.comments).toHaveLength(5);
    expect((await claim(tove.token, guest.token)).status).toBe(200);
  });

  test('as they register; their nick is reserved, their plain name is not', async () => {
    const guest = await guestWith(2);
    const nick = nameOf('Lerche');
    await put('/api/me/nick', { nick: { name: nick } }, { token: guest.token });
    const username = nameOf('Ragna');
    const user = { username, email: `${username.replace(' ', '.')}@example.org`, password: 'correct horse' };
    const wrong = await post('/api/users', { user: { ...user, guestToken: `${guest.token}x` } });
    expect([wrong.status, wrong.body.errors]).toEqual([422, { guestToken: ['is invalid'] }]);
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const registering = () => post('/api/users', { user: { ...user, guestToken: guest.token } }, { headers });
    const registered = await registering();
    expect(registered.status).toBe(201);
    const { token } = registered.body.user;
    expect(await countOf(token)).toBe(2);
    expect(await isRefused(guest.token)).toEqual([401, 401]);
    expect((await registering()).body.user.token).toBe(token);
    const impostor = { username: nick, email: `x.${user.email}`, password: 'correct horse' };
    expect((await post('/api/users', { user: impostor })).body.errors).toEqual({
      username: ['has already been taken'],
    });
    expect((await introduceGuest(guest.name)).id).toBeDefined();
    expect((await unlink(guest.id)).status).toBe(200);
    expect((await post('/api/users', { user: impostor })).status).toBe(201);
  });

  test('as they sign in', async () => {
    const [ida, guest] = [await account('Ida'), await guestWith(1)];
    const signIn = (more: object, password = ida.password) =>
      post('/api/users/login', { user: { email: ida.email, password, ...more } });
    expect((await signIn({ guestToken: guest.token }, 'wrong horse')).status).toBe(401);
    expect(await isRefused(guest.token)).toEqual([200, 200]);
    expect((await signIn({ guestToken: ida.token })).body.errors).toEqual({ guestToken: ['is not of a guest'] });
    for (let again = 0; again < 2; again += 1) {
      const { status, body } = await signIn({ guestToken: guest.token });
      expect([status, await countOf(body.user.token)]).toEqual([200, 1]);
    }
    expect(await isRefused(guest.token)).toEqual([401, 401]);
  });

  test('in threads each comment keeps its name and is the account’s, until a moderator unlinks the guest', async () => {
    const [una, guest] = [await account('Una'), await guestWith(1)];
    const [comment] = guest.comments;
    const asGuest = { username: guest.name, id: guest.id, kind: 'guest', mark: guest.id.slice(-6) };
    const asAccount = { username: guest.name, id: una.id, kind: 'account' };
    expect(await authorOf(comment)).toMatchObject(asGuest);
    await claim(una.token, guest.token);
    expect(await authorOf(comment)).toMatchObject(asAccount);
    expect(await authorOf(comment)).not.toHaveProperty('mark');
    expect((await unlink(guest.id, una.token)).status).toBe(403);
    const unlinked = await unlink(guest.id);
    expect([unlinked.status, unlinked.body.person]).toMatchObject([
      200,
      { id: guest.id, commentCount: 1, linkedTo: null },
    ]);
    expect(await authorOf(comment)).toMatchObject(asGuest);
    expect([await countOf(una.token), await countOf(guest.token)]).toEqual([0, 1]);
    expect((await unlink(guest.id)).status).toBe(200);
    expect((await unlink(una.id)).status).toBe(200);
    expect((await unlink('0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ff')).status).toBe(404);
    expect((await claim(una.token, guest.token)).body.me.commentCount).toBe(1);
  });

  test('a follower of the account sees so at its guest’s comments, and nobody else does', async () => {
    const [liv, fan, guest] = [await account('Liv'), await account('Fan'), await guestWith(1)];
    const [comment] = guest.comments;
    await claim(liv.token, guest.token);
    const path = `/api/profiles/${encodeURIComponent(liv.username)}/follow`;
    await post(path, {}, { token: fan.token });
    const seenBy = async (token?: string) => (await authorOf(comment, { token }))?.following;
    const seen = [await seenBy(), await seenBy(fan.token), await seenBy(liv.token), await seenBy()];
    expect(seen).toEqual([false, true, false, false]);
    await send('DELETE', path, undefined, { token: fan.token });
    expect(await seenBy(fan.token)).toBe(false);
  });
});

describe('a guest cannot be linked', () => {
  test('by a second account, nor by two at the same instant', async () => {
    const [one, other] = [await account('Eine'), await account('Andere')];
    const guest = await guestWith(1);
    await claim(one.token, guest.token);
    expect((await claim(other.token, guest.token)).status).toBe(409);
    for (let turn = 0; turn < 5; turn += 1) {
      const wanted = await introduceGuest('Wanted');
      const claims = [one, other].map(({ token }, gateway) => claim(token, wanted.token, { gateway }));
      const statuses = (await Promise.all(claims)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 409]);
    }
  });

  test('while banned, or while the account is', async () => {
    const [bo, guest] = [await account('Bo'), await guestWith(0)];
    const ban = { sanction: { kind: 'ban', reason: 'abuse' } };
    await post(`/api/people/${guest.id}/sanctions`, ban, { token: admin });
    expect((await claim(bo.token, guest.token)).status).toBe(403);
    const user = { email: bo.email, password: bo.password, guestToken: guest.token };
    expect((await post('/api/users/login', { user })).status).toBe(403);
    const username = nameOf('Never');
    const newUser = { username, email: `${username.replace(' ', '.')}@example.org`, password: 'correct horse' };
    expect((await post('/api/users', { user: { ...newUser, guestToken: guest.token } })).status).toBe(403);
    expect((await post('/api/users', { user: newUser })).status).toBe(201);
    const free = await guestWith(0);
    await post(`/api/people/${bo.id}/sanctions`, ban, { token: admin });
    expect((await claim(bo.token, free.token)).status).toBe(403);
    expect((await post('/api/users/login', { user: { ...user, guestToken: free.token } })).status).toBe(403);
    expect(await isRefused(free.token)).toEqual([200, 200]);
  });

  test.each([
    [{}, { guest: ["can't be blank"] }],
    [{ guest: {} }, { token: ["can't be blank"] }],
    [{ guest: { token: 'x' } }, { token: ['is invalid'] }],
  ])('with %j', async (body, errors) => {
    const { token } = await register('Without');
    const reply = await post('/api/me/guests', body, { token });
    expect([reply.status, reply.body.errors]).toEqual([422, errors]);
  });
});

describe('erasing', () => {
  test('an account erases the guests it has become, and their names are free', async () => {
    const [gone, guest] = [await account('Gone'), await guestWith(1)];
    const [comment] = guest.comments;
    await claim(gone.token, guest.token);
    await send('DELETE', '/api/me', undefined, { token: gone.token });
    await eventually(async () => (await authorOf(comment))?.username === '[erased]', {
      what: 'the erasure of the guest’s comment',
      timeoutMs: 15_000,
    });
    const thread = (await get(`/api/articles/${slug}/comments`)).text;
    expect(thread).not.toContain(guest.name);
    expect(await isRefused(guest.token)).toEqual([401, 401]);
    const user = { username: guest.name, email: `${guest.id}@example.org`, password: 'correct horse' };
    expect((await post('/api/users', { user })).status).toBe(201);
  });

  test('a guest alone leaves the account as it is', async () => {
    const [stays, guest] = [await account('Stays'), await guestWith(1)];
    const [comment] = guest.comments;
    await claim(stays.token, guest.token);
    await post(`/api/people/${guest.id}/erase`, { reason: 'legal-duty' }, { token: admin });
    await eventually(async () => (await authorOf(comment))?.username === '[erased]', {
      what: 'the erasure of the guest',
      timeoutMs: 15_000,
    });
    expect([await authorOf(comment), await countOf(stays.token)]).toMatchObject([{ id: guest.id, kind: 'guest' }, 0]);
  });
});
