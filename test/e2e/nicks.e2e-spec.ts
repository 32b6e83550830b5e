import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { get, introduceGuest, post, publish, put, register, send, signInAsAdmin } from './api-client.js';

let slug: string;
beforeAll(async () => {
  slug = await publish(await signInAsAdmin(), 'Of nicks');
});

const invented = (word = 'Bramblor') => `${word} ${randomBytes(4).readUInt32BE()}`;
const pick = (token: string, name: unknown, gateway = 0) => put('/api/me/nick', { nick: { name } }, { token, gateway });
const restore = (token: string, gateway = 0) => send('DELETE', '/api/me/nick', undefined, { token, gateway });
const me = async (token: string, gateway = 1) => (await get('/api/me', { token, gateway })).body.me;
const say = async (token: string, gateway = 0) =>
  (await post(`/api/articles/${slug}/comments`, { comment: { body: 'So I say' } }, { token, gateway })).body.comment;
const taken = { nick: ['has already been taken'] };

describe('a nick', () => {
  test.each([
    ['a guest', async () => ({ ...(await introduceGuest('Gustav')), name: 'Gustav' })],
    ['an account', () => register('Agnes').then(({ token, username }) => ({ token, name: username }))],
  ])('is what %s comments under from then on, and back; the count goes on', async (_, begin) => {
    const { token, name } = await begin();
    const nick = invented();
    expect((await say(token)).author.username).toBe(name);
    const picked = await pick(token, nick);
    expect([picked.status, picked.body.me]).toEqual([
      200,
      expect.objectContaining({ name: nick, nick, originalName: name, commentCount: 1 }),
    ]);
    const second = await say(token, 1);
    expect(second.author.username).toBe(nick);
    expect((await restore(token, 1)).body.me).toMatchObject({ name, nick: null });
    expect((await say(token)).author.username).toBe(name);
    expect(await me(token)).toMatchObject({ name, commentCount: 3 });
    // Comments posted under a nick keep it.
    const { comments } = (await get(`/api/articles/${slug}/comments`, { gateway: 1 })).body;
    expect(comments.find(({ id }) => id === second.id)?.author.username).toBe(nick);
    const { nicks } = (await get('/api/me/nicks', { token })).body;
    expect(nicks.map(({ name: each, kind }) => [each, kind])).toEqual([
      [name, 'restored'],
      [nick, 'picked'],
      [name, 'original'],
    ]);
  });

  test('picked a hundred times, is each time the name of the next comment, on the other gateway', async () => {
    let token = '';
    for (let turn = 0; turn < 100; turn += 1) {
      // A person can pick 20 a day.
      if (turn % 20 === 0) ({ token } = await introduceGuest('Fickle'));
      const nick = invented('Turn');
      expect((await pick(token, nick, turn)).status).toBe(200);
      expect([turn, (await say(token, turn + 1)).author.username]).toEqual([turn, nick]);
    }
  }, 60_000);

  test('that an account has, or had, is refused to others, whatever its case, but not to its holder', async () => {
    const [{ token }, other, guest] = [
      await register('Holder'),
      await register('Other'),
      await introduceGuest('Third'),
    ];
    const [first, second] = [invented(), invented()];
    expect((await pick(token, first)).status).toBe(200);
    expect((await pick(token, second)).status).toBe(200);
    for (const name of [first, second.toUpperCase()]) {
      expect((await pick(other.token, name)).body.errors).toEqual(taken);
      expect((await pick(guest.token, name, 1)).body.errors).toEqual(taken);
      expect((await post('/api/guests', { guest: { name } })).body.errors).toEqual({ name: taken.nick });
      const user = { username: name, email: `${randomBytes(5).toString('hex')}@example.org`, password: 'eight or so' };
      expect((await post('/api/users', { user })).body.errors).toEqual({ username: taken.nick });
    }
    expect((await pick(token, first)).status).toBe(200);
  });

  test('of a guest can be used by others, and so can their name', async () => {
    const [one, two] = [await introduceGuest('Twin'), await introduceGuest('Twin')];
    const nick = invented('Shared');
    expect([(await pick(one.token, nick)).status, (await pick(two.token, nick)).status]).toEqual([200, 200]);
    const [first, second] = [await say(one.token), await say(two.token)];
    expect(first.author).toMatchObject({ username: nick, kind: 'guest', id: one.id });
    expect(first.author.mark).not.toBe(second.author.mark);
  });

  test('that is a user name is refused to guests, and a profile is found only by user name', async () => {
    const { token, username } = await register('Profiled');
    const guest = await introduceGuest('Somebody else');
    expect((await pick(guest.token, username)).status).toBe(409);
    expect((await post('/api/guests', { guest: { name: ` ${username} ` } })).status).toBe(409);
    const nick = invented();
    await pick(token, nick);
    expect((await get(`/api/profiles/${encodeURIComponent(nick)}`)).status).toBe(404);
    expect((await get(`/api/profiles/${encodeURIComponent(username)}`)).status).toBe(200);
  });

  test.each([
    ['', ["can't be blank"]],
    [undefined, ["can't be blank"]],
    ['x'.repeat(51), ['is too long (maximum is 50 characters)']],
    ['two\nlines', ['must be a single line']],
    ['\u2800\u3164', ["can't be blank"]],
    ['evoT\u202e', ['is invalid']],
  ])('%j is none', async (name, errors) => {
    const { token } = await introduceGuest('Nickless');
    const reply = await pick(token, name);
    expect([reply.status, reply.body.errors]).toEqual([422, { name: errors }]);
  });

  test('that looks like the staff’s, or is one’s own name, is refused', async () => {
    const { token } = await introduceGuest('Own');
    expect((await pick(token, 'M0derator')).body.errors).toEqual({ nick: ['looks like a name of the staff'] });
    expect((await pick(token, 'OWN')).status).toBe(422);
    expect((await post('/api/guests', { guest: { name: 'Аdmin' } })).status).toBe(422);
  });
});

describe('Pic-a-Nic', () => {
  test('proposes five that are free, with a number, others each time, and they can be picked', async () => {
    const { token } = await introduceGuest('Undecided');
    const propose = async (gateway: number) =>
      (await get('/api/me/nicks/proposals', { token, gateway })).body.nicks as unknown as string[];
    const [first, second] = [await propose(0), await propose(1)];
    expect(new Set([...first, ...second]).size).toBe(10);
    expect(first.every((nick) => /^[A-Z][a-z]+ \d+$/.test(nick))).toBe(true);
    expect((await pick(token, first[0])).body.me.name).toBe(first[0]);
  });
});

describe('a guest', () => {
  test('changes their details, and the next comment has them', async () => {
    const { token } = await introduceGuest('Before', { website: 'https://before.example/' });
    const change = (wanted: object, gateway = 0) => put('/api/me', { me: wanted }, { token, gateway });
    const changed = await change({ name: 'After', email: 'after@example.org' });
    expect([changed.status, changed.body.me]).toEqual([
      200,
      expect.objectContaining({ name: 'After', email: 'after@example.org', website: 'https://before.example/' }),
    ]);
    expect((await say(token, 1)).author).toMatchObject({ username: 'After', website: 'https://before.example/' });
    expect((await change({ website: '', email: null }, 1)).body.me).toMatchObject({ website: null, email: null });
    expect((await say(token)).author).not.toHaveProperty('website');
    expect((await change({ name: '' })).body.errors).toEqual({ name: ["can't be blank"] });
    expect((await change({ name: '\u2067x' })).body.errors).toEqual({ name: ['is invalid'] });
    expect((await change({ email: 'no' })).status).toBe(422);
    expect((await put('/api/me', { me: { name: 'x' } }, await register('Accounted'))).status).toBe(403);
  });

  test('rotates their credential: the old one is invalid, a lost answer is repeated', async () => {
    const { id, token } = await introduceGuest('Rotating');
    await say(token);
    const rotate = (old: string, gateway = 0) => send('POST', '/api/me/token', undefined, { token: old, gateway });
    const [one, again] = [await rotate(token), await rotate(token, 1)];
    expect([one.status, one.body.guest.id, again.body.guest.token]).toEqual([200, id, one.body.guest.token]);
    for (const gateway of [0, 1]) {
      expect((await get('/api/me', { token, gateway })).status).toBe(401);
      expect((await get('/api/me', { token: one.body.guest.token, gateway })).body.me.commentCount).toBe(1);
    }
    expect((await post(`/api/articles/${slug}/comments`, { comment: { body: 'x' } }, { token })).status).toBe(401);
    const next = await rotate(one.body.guest.token);
    expect((await me(next.body.guest.token)).commentCount).toBe(1);
    // The holder of the third did get the second.
    expect((await rotate(token)).status).toBe(401);
  });

  test('rotates one credential ten times at once and gets one new one', async () => {
    const { token } = await introduceGuest('Impatient');
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, gateway) => send('POST', '/api/me/token', undefined, { token, gateway })),
    );
    expect(new Set(all.map(({ status, body }) => `${status} ${body.guest.token}`)).size).toBe(1);
  });
});
