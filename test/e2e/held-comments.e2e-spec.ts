import { beforeAll, describe, expect, test } from '@jest/globals';
import { get, introduceGuest, post, publish, register, send, signInAsAdmin, type Asking } from './api-client.js';

interface Posted {
  id: number;
  held?: boolean;
  body: string;
  heldBecause?: string;
}

describe('what pre-moderated people write', () => {
  let admin: string;
  let slug: string;
  beforeAll(async () => {
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Of patience');
  });

  const comment = async (body: string, asking: Asking, more: object = {}) => {
    const { status, body: said } = await post(`/api/articles/${slug}/comments`, { comment: { body, ...more } }, asking);
    return { status, detail: said.detail, comment: said.comment as unknown as Posted | undefined };
  };
  const sanction = (personId: string, kind: string, more: object = {}) =>
    post(`/api/people/${personId}/sanctions`, { sanction: { kind, reason: 'abuse', ...more } }, { token: admin });
  const reinstate = (personId: string) =>
    send('DELETE', `/api/people/${personId}/sanctions`, '{"sanction":{"reason":"other"}}', { token: admin });
  const approve = (id: number, gateway = 0) => post(`/api/comments/${id}/approve`, {}, { token: admin, gateway });
  const thread = async (gateway = 0) =>
    (await get(`/api/articles/${slug}/comments`, { gateway })).body.comments.map(({ id }) => id);
  const waiting = async () =>
    (await get('/api/held-comments?limit=100', { token: admin })).body.comments as unknown as Posted[];
  const idOf = async (token: string) => ((await get('/api/me', { token })).body.me as unknown as { id: string }).id;

  test('is held from the answer on, on every replica, and shown once approved', async () => {
    const { id, token } = await introduceGuest('Hilda Held');
    expect((await comment('at first', { token })).comment?.held).toBeUndefined();
    expect((await sanction(id, 'premoderate')).status).toBeLessThan(300);
    const held: number[] = [];
    for (const gateway of [0, 1]) {
      const posted = await comment(`held by ${gateway}`, { token, gateway });
      expect([posted.status, posted.comment?.held]).toEqual([201, true]);
      held.push(posted.comment?.id ?? 0);
    }
    for (const gateway of [0, 1]) for (const one of held) expect(await thread(gateway)).not.toContain(one);
    const listed = (await waiting()).filter((one) => held.includes(one.id));
    expect(listed.map((one) => [one.id, one.heldBecause])).toEqual(held.map((one) => [one, 'author-premoderated']));
    for (const [gateway, one] of held.entries()) {
      expect((await approve(one, gateway)).status).toBe(200);
      expect(await thread(gateway + 1)).toContain(one);
    }
    expect((await waiting()).filter((one) => held.includes(one.id))).toEqual([]);
  });

  test('is shown at once again after they are reinstated, and held comments stay held', async () => {
    const { token } = await register('Rita Released');
    const id = await idOf(token);
    await sanction(id, 'premoderate');
    const held = (await comment('held', { token })).comment;
    expect(held?.held).toBe(true);
    expect((await reinstate(id)).status).toBeLessThan(300);
    const free = (await comment('free', { token })).comment;
    expect(free?.held).toBeUndefined();
    const shown = await thread();
    expect([shown.includes(free?.id ?? 0), shown.includes(held?.id ?? 0)]).toEqual([true, false]);
  });

  test('is refused if they are also banned', async () => {
    const { id, token } = await introduceGuest('Bodo Banned');
    await sanction(id, 'premoderate');
    await sanction(id, 'ban');
    const { status, detail } = await comment('no', { token });
    expect([status, detail]).toEqual([403, 'You are banned. Reason: abuse.']);
  });

  test('is listed and approved only by moderators', async () => {
    const { id, token } = await introduceGuest('Nosy');
    await sanction(id, 'premoderate');
    const held = (await comment('mine', { token })).comment?.id ?? 0;
    const account = (await register('Reader')).token;
    for (const other of [token, account]) {
      expect((await get('/api/held-comments', { token: other })).status).toBe(403);
      expect((await post(`/api/comments/${held}/approve`, {}, { token: other })).status).toBe(403);
    }
    expect((await get('/api/held-comments')).status).toBe(401);
    expect((await post(`/api/comments/${held}/approve`, {})).status).toBe(401);
    expect((await comment('a reply', { token: account }, { parentId: held })).status).toBe(422);
  });
});
