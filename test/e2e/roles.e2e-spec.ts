import { beforeAll, describe, expect, test } from '@jest/globals';
import { get, introduceGuest, post, publish, register, send, signInAsAdmin, type Account } from './api-client.js';

let admin: string;
let tove: Account & { id: string };
beforeAll(async () => {
  admin = await signInAsAdmin();
  tove = await account('Tove');
});

async function account(name: string) {
  const registered = await register(name);
  return { ...registered, id: (await get('/api/me', registered)).body.me.id };
}
const article = { title: 'Of roles', description: 'Who may', body: 'What.' };
const role = (name: string, reason = 'We need one') => ({ role: { name, reason } });
const grant = (id: string, name: string, token = admin) => post(`/api/people/${id}/roles`, role(name), { token });
const revoke = (id: string, name: string, token = admin) =>
  send('DELETE', `/api/people/${id}/roles/${name}`, JSON.stringify({ role: { reason: 'Not any more' } }), { token });

describe('a role', () => {
  test('is in force at once, on both gateways, with the earlier token', async () => {
    const publishing = (gateway: number) => post('/api/articles', { article }, { token: tove.token, gateway });
    expect((await publishing(0)).status).toBe(403);
    const granted = await grant(tove.id, 'editor');
    expect([granted.status, granted.body.person.roles]).toEqual([200, ['reader', 'editor']]);
    for (const gateway of [1, 0]) expect((await publishing(gateway)).status).toBe(201);
    expect((await revoke(tove.id, 'editor')).body.person.roles).toEqual(['reader']);
    for (const gateway of [1, 0]) expect((await publishing(gateway)).status).toBe(403);
  });

  test('granted and revoked a hundred times is in force a hundred times', async () => {
    let ella = await account('Ella');
    const slug = await publish(admin, 'Of roles that come and go');
    const close = (gateway: number) =>
      post(`/api/articles/${slug}/close-comments`, {}, { token: ella.token, gateway }).then(({ status }) => status);
    for (let turn = 0; turn < 100; turn += 1) {
      // An account's roles can change 50 times a day.
      if (turn % 20 === 0) ella = await account('Ella');
      await grant(ella.id, 'moderator');
      expect([turn, await close(turn)]).toEqual([turn, 200]);
      await revoke(ella.id, 'moderator');
      expect([turn, await close(turn + 1)]).toEqual([turn, 403]);
    }
  }, 120_000);

  test('is in the history with its giver and the reason, for moderators', async () => {
    const dag = await account('Dag');
    await grant(dag.id, 'moderator');
    const adminId = (await get('/api/me', { token: admin })).body.me.id;
    const { body } = await get(`/api/people/${dag.id}`, { token: dag.token, gateway: 1 });
    expect(body.person.history).toEqual([
      expect.objectContaining({ type: 'RoleGranted', role: 'moderator', note: 'We need one', actorId: adminId }),
    ]);
    expect((await get(`/api/people/${dag.id}`, tove)).status).toBe(403);
    expect((await get('/api/people/0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192', { token: admin })).status).toBe(404);
    expect((await get('/api/people/x', { token: admin })).status).toBe(404);
  });

  test('of a staff member protects their name from look-alikes as long as they have it', async () => {
    const boss = await account('Marvelous Mo');
    const alike = {
      user: { username: boss.username.replaceAll('o', '0'), email: 'm0@example.org', password: 'eight or so' },
    };
    await grant(boss.id, 'moderator');
    expect((await post('/api/users', alike)).body.errors).toEqual({ username: ['looks like a name of the staff'] });
    await revoke(boss.id, 'moderator');
    expect((await post('/api/users', alike)).status).toBe(201);
  });

  const known = ['must be contributor, editor, moderator or admin'];
  test.each([
    [{ role: { name: 'reader', reason: 'x' } }, { name: known }],
    [{ role: { name: 'emperor', reason: 'x' } }, { name: known }],
    [{ role: { name: 'editor' } }, { reason: ["can't be blank"] }],
    [{ role: { name: 'editor', reason: ' ' } }, { reason: ["can't be blank"] }],
    [{}, { role: ["can't be blank"] }],
  ])('%j is no grant', async (body, errors) => {
    const reply = await post(`/api/people/${tove.id}/roles`, body, { token: admin });
    expect([reply.status, reply.body.errors]).toEqual([422, errors]);
  });

  test('is not for guests, and admins cannot revoke their own', async () => {
    const guest = await introduceGuest('Roleless');
    expect((await grant(guest.id, 'editor')).status).toBe(422);
    const adminId = (await get('/api/me', { token: admin })).body.me.id;
    expect((await revoke(adminId, 'admin')).body.errors).toEqual({ role: ["can't be taken from yourself"] });
  });
});
