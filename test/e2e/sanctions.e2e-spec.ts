import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, publish, put, register, send, signInAsAdmin, type Account } from './api-client.js';

let admin: string;
let moderator: Account & { id: string };
let slug: string;
beforeAll(async () => {
  admin = await signInAsAdmin();
  slug = await publish(admin, 'Of sanctions');
  moderator = await account('Modesta');
  await post(`/api/people/${moderator.id}/roles`, { role: { name: 'moderator', reason: 'Fair' } }, { token: admin });
});

async function account(name: string) {
  const registered = await register(name);
  return { ...registered, id: (await get('/api/me', registered)).body.me.id };
}
const say = (token: string, gateway = 0) =>
  post(`/api/articles/${slug}/comments`, { comment: { body: 'I say' } }, { token, gateway });
const sanction = (id: string, what: object, token = moderator.token, gateway = 0) =>
  post(`/api/people/${id}/sanctions`, { sanction: { reason: 'abuse', ...what } }, { token, gateway });
const reinstate = (id: string, token = moderator.token) =>
  send('DELETE', `/api/people/${id}/sanctions`, JSON.stringify({ sanction: { reason: 'other' } }), { token });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a ban', () => {
  test('is in force for the next command after its answer, on every replica, 100 times in a row', async () => {
    let [id, token] = ['', ''];
    for (let turn = 0; turn < 100; turn += 1) {
      // A person can be sanctioned 50 times a day.
      if (turn % 20 === 0) ({ id, token } = await introduceGuest('Banned again'));
      expect((await sanction(id, { kind: 'ban' }, moderator.token, turn)).status).toBe(200);
      const refused = await say(token, turn + 1);
      expect([turn, refused.status, refused.body.detail]).toEqual([turn, 403, 'You are banned. Reason: abuse.']);
      expect((await reinstate(id)).status).toBe(200);
      expect([turn, (await say(token, turn + 1)).status]).toEqual([turn, 201]);
    }
  }, 120_000);

  test('still permits reading, and an export of one’s own data', async () => {
    const { id, token } = await introduceGuest('Still a reader');
    await say(token);
    await sanction(id, { kind: 'ban', note: 'Enough of it' });
    expect((await get(`/api/articles/${slug}/comments`, { token })).status).toBe(200);
    expect((await get('/api/me', { token, gateway: 1 })).body.me.commentCount).toBe(1);
    expect((await get('/api/me/export', { token })).status).toBe(200);
    const { body } = await get('/api/me/sanctions', { token });
    expect(body.sanctions).toEqual([
      { kind: 'ban', at: expect.any(String), reason: 'abuse', note: 'Enough of it', until: null },
    ]);
    expect((await send('DELETE', '/api/me', undefined, { token })).status).toBe(200);
  });

  test('of an account lets it sign in, and neither change nor follow', async () => {
    const { id, email, password } = await account('Barred');
    await sanction(id, { kind: 'ban' });
    const { token } = (await post('/api/users/login', { user: { email, password } })).body.user;
    expect((await get('/api/user', { token })).status).toBe(200);
    expect((await put('/api/user', { user: { bio: 'x' } }, { token })).status).toBe(403);
    expect((await post(`/api/profiles/${encodeURIComponent(moderator.username)}/follow`, {}, { token })).status).toBe(
      403,
    );
  });

  test('of an editor by a moderator is refused, and so is one’s own', async () => {
    const editor = await account('Edith');
    await post(`/api/people/${editor.id}/roles`, { role: { name: 'editor', reason: 'Good' } }, { token: admin });
    expect((await sanction(editor.id, { kind: 'ban' })).status).toBe(403);
    expect((await sanction(moderator.id, { kind: 'warn' })).body.errors).toEqual({ person: ["can't be yourself"] });
    expect((await sanction(editor.id, { kind: 'ban' }, admin)).status).toBe(200);
    expect((await post('/api/articles', { article: { title: 'x', description: 'x', body: 'x' } }, editor)).status).toBe(
      403,
    );
  });
});

describe('a suspension', () => {
  test('ends by itself', async () => {
    const { id, token } = await introduceGuest('Soon back');
    const until = new Date(Date.now() + 1_500).toISOString();
    expect((await sanction(id, { kind: 'suspend', until })).status).toBe(200);
    const refused = await say(token, 1);
    expect(refused.body.detail).toBe(`You are suspended until ${until}. Reason: abuse.`);
    const isBack = async () => (await say(token)).status === 201;
    await eventually(isBack, { what: 'the end of the suspension' });
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  });

  test.each([
    [{ kind: 'suspend' }, { until: ["can't be blank"] }],
    [{ kind: 'suspend', until: '2020-01-01T00:00:00Z' }, { until: ['must be in the future'] }],
    [{ kind: 'suspend', until: '0000-01-01T00:00:00Z' }, { until: ['is not between 1970 and 9999'] }],
    [{ kind: 'ban', until: 'tomorrow' }, { until: ['must be a time in UTC, as 2026-01-31T12:00:00Z'] }],
    [{ kind: 'warn', until: '2999-01-01T00:00:00Z' }, { until: ['is not for a warning'] }],
    [{ kind: 'exile' }, { kind: expect.any(Array) }],
    [{ kind: 'ban', reason: 'because' }, { reason: expect.any(Array) }],
  ])('%j is refused by name', async (what, errors) => {
    const { id } = await introduceGuest('Nothing done');
    const reply = await sanction(id, what);
    expect([reply.status, reply.body.errors]).toEqual([422, errors]);
  });
});

describe('a warning', () => {
  test('forbids nothing, and is shown only to its person', async () => {
    const { id, token } = await introduceGuest('Warned');
    const reply = await sanction(id, { kind: 'warn', note: 'Mind your words' });
    expect(reply.body.person.sanctions).toEqual({});
    expect((await say(token)).status).toBe(201);
    const { body } = await get('/api/me/sanctions', { token, gateway: 1 });
    expect(body.sanctions).toEqual([expect.objectContaining({ kind: 'warning', note: 'Mind your words' })]);
    expect(JSON.stringify(body)).not.toContain(moderator.id);
  });
});

describe('the history', () => {
  test('shows who decided what, when, until when and why', async () => {
    const { id } = await introduceGuest('Of many deeds');
    const until = inAnHour();
    await sanction(id, { kind: 'suspend', until, reason: 'spam' });
    await sanction(id, { kind: 'premoderate' }, admin);
    await reinstate(id);
    const { body } = await get(`/api/people/${id}`, { token: moderator.token, gateway: 1 });
    expect(body.person.sanctions).toEqual({});
    expect(body.person.history).toMatchObject([
      { type: 'PersonReinstated', reason: 'other', actorId: moderator.id, until: null },
      { type: 'PersonPremoderated', reason: 'abuse', until: null },
      { type: 'PersonSuspended', reason: 'spam', actorId: moderator.id, until },
    ]);
  });

  test('of an unknown person is a 404', async () => {
    expect((await sanction('0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192', { kind: 'ban' })).status).toBe(404);
  });
});

test('two moderators on one record: the second is told what the first did, by name, and decides anew', async () => {
  const { id } = await introduceGuest('Judged by two');
  const read = await get(`/api/people/${id}`, { token: moderator.token, gateway: 1 });
  const bound = (token: string, etag: string) =>
    post(
      `/api/people/${id}/sanctions`,
      { sanction: { kind: 'warn', reason: 'spam' } },
      {
        ...{ token, headers: { 'If-Match': etag } },
      },
    );
  const seen = read.headers.get('etag') ?? '';
  const first = await bound(moderator.token, seen);
  expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
  const second = await bound(admin, seen);
  expect([second.status, second.body]).toMatchObject([
    412,
    { changes: [{ type: 'PersonWarned', actorId: moderator.id, actorName: moderator.username, version: 2 }] },
  ]);
  expect((await bound(admin, '"2"')).status).toBe(200);
  expect((await bound(admin, 'W/"2"')).status).toBe(400);
});
