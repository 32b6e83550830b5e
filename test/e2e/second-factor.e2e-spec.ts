import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis } from '#testing/redis.js';
import { totp } from '../browser/totp.js';
import { get, post, register, send, signInAsAdmin, type Account } from './api-client.js';
import { startSpareGateways, type SpareGateways } from './spare-gateways.js';

describeWithRedis('where a second factor is required of the staff', () => {
  let spare: SpareGateways;
  let moderator: Account;
  const strictly = async (path: string) => {
    const answer = await fetch(spare.urls[0] + path, { headers: { authorization: `Bearer ${moderator.token}` } });
    return { status: answer.status, body: (await answer.json()) as { detail?: string; me?: object } };
  };
  const me = async () => (await strictly('/api/me')).body.me;

  beforeAll(async () => {
    [spare, moderator] = await Promise.all([
      startSpareGateways({ REQUIRE_SECOND_FACTOR: 'staff' }),
      register('Moderata'),
    ]);
    const { id } = (await get('/api/me', moderator)).body.me;
    const role = { role: { name: 'moderator', reason: 'Asked for' } };
    await post(`/api/people/${id}/roles`, role, { token: await signInAsAdmin() });
  }, 90_000);
  afterAll(() => spare.stop(), 30_000);

  test('their roles wait for it, and are back at once; without it they wait again', async () => {
    const { token } = moderator;
    await eventually(async () => (await get('/api/people', { token })).status === 200, { what: 'the role' });
    expect(await me()).toMatchObject({ secondFactor: 'required', roles: ['reader'] });
    const refused = await strictly('/api/people');
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('second factor')]);

    const { password } = moderator;
    const begun = await post('/api/user/second-factor', { secondFactor: { password } }, { token });
    const confirm = { secondFactor: { code: totp(begun.body.secondFactor.secret) } };
    const confirmed = await post('/api/user/second-factor/confirm', confirm, { token });
    const { recoveryCodes } = confirmed.body.secondFactor;
    expect(recoveryCodes).toHaveLength(10);
    await eventually(async () => (await strictly('/api/people')).status === 200, { what: 'the roles' });
    expect(await me()).toMatchObject({ secondFactor: 'on', roles: ['reader', 'moderator'] });

    const remove = JSON.stringify({ secondFactor: { password, code: recoveryCodes[0] } });
    expect((await send('DELETE', '/api/user/second-factor', remove, { token })).status).toBe(204);
    await eventually(async () => (await strictly('/api/people')).status === 403, { what: 'the roles to wait' });
    expect(await me()).toMatchObject({ secondFactor: 'required', roles: ['reader'] });
  });
});
