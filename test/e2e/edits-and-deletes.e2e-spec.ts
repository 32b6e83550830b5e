import { beforeAll, describe, expect, test } from '@jest/globals';
import { get, introduceGuest, post, publish, register, send, signInAsAdmin, type Asking } from './api-client.js';

interface Told {
  id: number;
  body: string;
  held?: boolean;
  deleted?: string;
  editedAt?: string;
  editableUntil?: string;
}

describe('edits and deletes', () => {
  let admin: string;
  let slug: string;
  beforeAll(async () => {
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Of second thoughts');
  });

  const thread = () => `/api/articles/${slug}/comments`;
  const write = async (body: string, asking: Asking, more: object = {}) =>
    (await post(thread(), { comment: { body, ...more } }, asking)).body.comment as unknown as Told;
  const edit = (id: number, body: string, asking: Asking) =>
    send('PATCH', `${thread()}/${id}`, JSON.stringify({ comment: { body } }), asking);
  const remove = (id: number, asking: Asking, reason?: string) =>
    send('DELETE', `${thread()}/${id}`, reason && JSON.stringify({ comment: { reason } }), asking);
  const told = async (gateway: number) => (await get(thread(), { gateway })).body.comments as unknown as Told[];
  const one = async (id: number, gateway = 0) => (await told(gateway)).find((each) => each.id === id);
  const sanction = (personId: string, kind: string) =>
    post(`/api/people/${personId}/sanctions`, { sanction: { kind, reason: 'abuse' } }, { token: admin });

  test('a guest changes their own comment in time, everyone sees it at once, and nobody else may', async () => {
    const [tove, other, account] = [
      await introduceGuest('Tove'),
      await introduceGuest('Other'),
      await register('Reader'),
    ];
    const { id, editableUntil } = await write('Frist', { token: tove.token });
    expect(Date.parse(editableUntil ?? '')).toBeGreaterThan(Date.now());
    for (const token of [other.token, account.token, admin]) expect((await edit(id, 'Hm', { token })).status).toBe(403);
    expect((await edit(id, 'Hm', {})).status).toBe(401);
    expect((await edit(999, 'Hm', { token: tove.token })).status).toBe(404);
    expect((await edit(id, ' ', { token: tove.token })).status).toBe(422);
    const edited = await edit(id, 'First', { token: tove.token, gateway: 1 });
    expect([edited.status, (edited.body.comment as unknown as Told).body]).toEqual([200, 'First']);
    for (const gateway of [0, 1]) expect(await one(id, gateway)).toMatchObject({ body: 'First' });
    expect((await one(id))?.editedAt).toBeDefined();
    expect((await one(id))?.editableUntil).toBeUndefined();
    const revisions = `/api/comments/${id}/revisions`;
    expect((await get(revisions, { token: tove.token })).status).toBe(403);
    const said = (await get(revisions, { token: admin })).body as unknown as { revisions: Told[] };
    expect(said.revisions.map(({ body }) => body)).toEqual(['Frist', 'First']);
  });

  test('a repeated edit or delete with one key is one', async () => {
    const { token } = await introduceGuest('Again');
    const { id } = await write('Once', { token });
    const headers = { 'idempotency-key': `edit-${id}` };
    for (const gateway of [0, 1, 0]) expect((await edit(id, 'Twice', { token, gateway, headers })).status).toBe(200);
    const { body } = await get(`/api/comments/${id}/revisions`, { token: admin });
    expect((body as unknown as { revisions: Told[] }).revisions).toHaveLength(2);
    const deleting = { 'idempotency-key': `delete-${id}` };
    for (const gateway of [0, 1]) expect((await remove(id, { token, gateway, headers: deleting })).status).toBe(204);
    expect((await remove(id, { token })).status).toBe(404);
  });

  test('an author’s delete leaves a note where somebody has answered, and nothing elsewhere', async () => {
    const [ada, bo] = [await introduceGuest('Ada'), await register('Bo')];
    const [alone, asked] = [
      await write('Alone', { token: ada.token }),
      await write('A question', { token: ada.token }),
    ];
    const answer = await write('An answer', { token: bo.token }, { parentId: asked.id });
    for (const { id } of [alone, asked]) {
      expect((await remove(id, { token: bo.token })).status).toBe(403);
      expect((await remove(id, { token: ada.token })).status).toBe(204);
    }
    const text = (await get(thread())).text;
    expect([text.includes('A question'), text.includes(ada.id)]).toEqual([false, false]);
    expect(await one(alone.id)).toBeUndefined();
    expect(await one(asked.id)).toMatchObject({ deleted: 'author', body: '', author: { username: '[deleted]' } });
    expect((await edit(asked.id, 'Still', { token: ada.token })).status).toBe(404);
    expect((await post(thread(), { comment: { body: 'No', parentId: asked.id } }, { token: bo.token })).status).toBe(
      422,
    );
    expect((await remove(answer.id, { token: admin }, 'off-topic')).status).toBe(204);
    expect([await one(answer.id), await one(asked.id)]).toEqual([undefined, undefined]);
    const { body } = await get(`/api/comments/${answer.id}/revisions`, { token: admin });
    expect(body).toMatchObject({ revisions: [{ body: 'An answer' }], deleted: { by: 'staff' } });
    expect((await get('/api/me', { token: ada.token })).body.me.commentCount).toBe(0);
  });

  test('a banned author changes nothing and may still delete; a pre-moderated one’s edit is held', async () => {
    const [bea, pia] = [await introduceGuest('Bea'), await introduceGuest('Pia')];
    const [first, second] = [await write('Bad', { token: bea.token }), await write('Fine', { token: pia.token })];
    await sanction(bea.id, 'ban');
    expect((await edit(first.id, 'Worse', { token: bea.token })).status).toBe(403);
    expect((await remove(first.id, { token: bea.token })).status).toBe(204);
    await sanction(pia.id, 'premoderate');
    const held = await edit(second.id, 'Not so fine', { token: pia.token });
    expect([held.status, (held.body.comment as unknown as Told).held]).toEqual([200, true]);
    expect(await one(second.id)).toBeUndefined();
    expect((await post(`/api/comments/${second.id}/approve`, {}, { token: admin })).status).toBe(200);
    expect(await one(second.id)).toMatchObject({ body: 'Not so fine' });
  });

  test('an account changes and deletes what its guest wrote', async () => {
    const [guest, account] = [await introduceGuest('Gustav'), await register('Later')];
    const { id } = await write('As a guest', { token: guest.token });
    const linked = await post('/api/me/guests', { guest: { token: guest.token } }, { token: account.token });
    const headers = { 'consistency-token': linked.headers.get('consistency-token') ?? '' };
    expect((await edit(id, 'With an account', { token: account.token, headers })).status).toBe(200);
    expect(await one(id)).toMatchObject({ body: 'With an account' });
    expect((await remove(id, { token: account.token })).status).toBe(204);
  });

  test('the site says for how long', async () => {
    const setTo = (editMinutes: number) =>
      send('PATCH', '/api/site', JSON.stringify({ site: { editMinutes } }), { token: admin });
    const { token } = await introduceGuest('Late');
    const changed = await setTo(0);
    const consistency = changed.headers.get('consistency-token') ?? '';
    try {
      const { id } = await write('For good', { token, headers: { 'consistency-token': consistency } });
      const refused = await edit(id, 'Or not', { token, headers: { 'consistency-token': consistency } });
      expect([refused.status, refused.body.detail]).toEqual([403, 'Comments cannot be changed here.']);
    } finally {
      expect((await setTo(10)).status).toBe(200);
    }
  });
});
