import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, publish, send, signInAsAdmin } from './api-client.js';

interface Me {
  me: { name: string; erasure: { dueAt: string } | null };
}
const erasureOf = async (token: string) => ((await get('/api/me', { token })).body as unknown as Me).me.erasure;
const erase = (token: string) => send('DELETE', '/api/me', undefined, { token });
const isGone = async (token: string) => (await get('/api/me', { token })).status === 401;

describe('asking to be erased', () => {
  let admin: string;
  let slug: string;
  const comment = (token: string, body: string) =>
    post(`/api/articles/${slug}/comments`, { comment: { body } }, { token });
  const thread = async () => (await get(`/api/articles/${slug}/comments`)).text;

  beforeAll(async () => {
    admin = await signInAsAdmin();
    slug = await publish(admin, 'Who stays and who goes');
  });

  test('can be cancelled: the person stays, and no erasure is shown', async () => {
    const { token } = await introduceGuest('Stella Steady');
    const asked = await erase(token);
    expect([asked.status, asked.body]).toEqual([200, { erasure: { dueAt: expect.any(String) } }]);
    expect((await erase(token)).body).toEqual(asked.body);
    expect({ erasure: await erasureOf(token) }).toEqual(asked.body);
    expect((await post('/api/me/keep', {}, { token })).body).toEqual({ erasure: null });
    expect(await erasureOf(token)).toBeNull();
  });

  test('changes nothing until it is due; then everything is gone, and the token is refused everywhere', async () => {
    const { token, id } = await introduceGuest('Wanda Wanderer', { website: 'https://wanda.example/' });
    expect((await comment(token, 'I was here')).status).toBe(201);
    await erase(token);
    expect((await comment(token, 'and still am')).status).toBe(201);
    expect(await thread()).toContain('Wanda Wanderer');
    await eventually(() => isGone(token), { what: 'the erasure', timeoutMs: 15_000 });
    // The token is refused as soon as the end is published; the read database follows with the projection.
    const isScrubbed = async () => !/Wanda|wanda\.example|I was here|and still am/.test(await thread());
    await eventually(isScrubbed, { what: 'the comments to be scrubbed', timeoutMs: 5_000 });
    const shown = await thread();
    expect(shown).toContain('<p>[erased]</p>');
    expect(shown).toContain(id);
    for (const gateway of [0, 1]) {
      expect(
        (await post(`/api/articles/${slug}/comments`, { comment: { body: 'x' } }, { token, gateway })).status,
      ).toBe(401);
      expect((await send('DELETE', '/api/me', undefined, { token, gateway })).status).toBe(401);
      expect((await post('/api/me/keep', {}, { token, gateway })).status).toBe(401);
    }
  });

  test('can be requested for others only by an admin, with a reason', async () => {
    const { token, id } = await introduceGuest('Paula Proxy');
    const path = `/api/people/${id}/erase`;
    expect((await post(path, { reason: 'asked-elsewhere' }, { token })).status).toBe(403);
    expect((await post(path, { reason: 'asked-elsewhere' })).status).toBe(401);
    expect((await post(path, {}, { token: admin })).status).toBe(422);
    expect((await post(path, { reason: 'Paula wrote to me' }, { token: admin })).status).toBe(422);
    expect((await post(path, { reason: 'asked-elsewhere' }, { token: admin })).status).toBe(200);
    expect((await post(`/api/people/${id}/keep`, {}, { token: admin })).body).toEqual({ erasure: null });
    expect((await post(path, { reason: 'legal-duty' }, { token: admin })).status).toBe(200);
    await eventually(() => isGone(token), { what: 'the erasure', timeoutMs: 15_000 });
    const nobody = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
    expect((await post(`/api/people/${nobody}/erase`, { reason: 'legal-duty' }, { token: admin })).status).toBe(404);
    expect((await post('/api/people/Paula/erase', { reason: 'legal-duty' }, { token: admin })).status).toBe(404);
  });
});
