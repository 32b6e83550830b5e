import { beforeEach, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { describeWithRedis } from '#testing/redis.js';
import { whilePaused } from './pause.js';
import { gateways, get, introduceGuest, post, publish, put, register, send, signInAsAdmin } from './api-client.js';
import { copiesOf, metricOf } from './stack.js';

/** The answer of each copy of the gateway to a token, at once. */
const everywhere = (token: string) =>
  Promise.all(gateways.map(async (_, gateway) => (await get('/api/me', { token, gateway })).status));
const revoked = gateways.map(() => 401);
const good = gateways.map(() => 200);

const areOne = async (service: string, metric: string) =>
  (await Promise.all((await copiesOf(service)).map((copy) => metricOf(copy, metric)))).every((each) => each === 1);
/** Waits until both copies of users publish and both gateways are subscribed, by their metrics. */
const redisIsThere = async () => (await areOne('users', 'redis_answers')) && (await areOne('gateway', 'endings_heard'));
const untilRedisIsThere = () => eventually(redisIsThere, { what: 'Redis to be there for all', timeoutMs: 20_000 });

async function signedInTwice(name: string) {
  const account = await register(name);
  const { email, password } = account;
  const signIn = (more: object = {}) => post('/api/users/login', { user: { email, password, ...more } });
  const { user } = (await signIn({ refreshable: true })).body;
  return { ...account, signIn, other: user };
}
const signOut = (token: string, which = 'this') =>
  send('DELETE', `/api/user/sessions${which === 'all' ? '' : `/${which}`}`, undefined, { token });

describeWithRedis('what has ended is refused at once by every gateway, though it is shown nowhere yet', () => {
  beforeEach(untilRedisIsThere);
  const whileNothingIsShown = <Result>(work: () => Promise<Result>) => whilePaused('projector', work);

  test('after a sign-out that was answered 202, here or everywhere', async () => {
    const { token, other } = await signedInTwice('Lise');
    const stranger = await register('Otto');
    await whileNothingIsShown(async () => {
      expect((await signOut(token)).status).toBe(202);
      expect([await everywhere(token), await everywhere(other.token)]).toEqual([revoked, good]);
      expect((await signOut(other.token, 'all')).status).toBe(202);
      expect([await everywhere(other.token), await everywhere(stranger.token)]).toEqual([revoked, good]);
      const { body } = await get('/api/user', { token });
      expect(body.errors).toEqual({ token: ['is revoked'] });
    });
    // It stays so when the read database has it too.
    const change = () => put('/api/user', { user: { bio: 'of nuclei' } }, { token: stranger.token });
    const isShown = async () => (await change()).status === 200;
    await eventually(isShown, { what: 'what comes later to be shown', timeoutMs: 45_000 });
    expect([await everywhere(token), await everywhere(other.token)]).toEqual([revoked, revoked]);
  }, 90_000);

  test('after a change of the password, and after a refresh token was used again', async () => {
    const { token, other, signIn } = await signedInTwice('Emmy');
    const third = (await signIn()).body.user.token;
    const refresh = (refreshToken: string | undefined) => post('/api/users/refresh', { user: { refreshToken } });
    await whileNothingIsShown(async () => {
      const next = (await refresh(other.refreshToken)).body.user;
      expect((await refresh(next.refreshToken)).status).toBe(200);
      expect((await refresh(other.refreshToken)).status).toBe(401);
      // The answer waits neither for Redis nor for anything else.
      const isRevoked = async () => expect(await everywhere(other.token)).toEqual(revoked);
      await eventually(async () => (await isRevoked(), true), { what: 'the end', timeoutMs: 1_000 });
      expect(await everywhere(token)).toEqual(good);

      expect((await put('/api/user', { user: { password: 'tapioca pudding' } }, { token })).status).toBe(202);
      expect([await everywhere(third), await everywhere(token)]).toEqual([revoked, good]);
    });
  }, 90_000);

  test('after a guest has rotated the credential; the new one is valid', async () => {
    const guest = await introduceGuest('Hedy');
    await whileNothingIsShown(async () => {
      const rotated = await post('/api/me/token', undefined, { token: guest.token });
      expect(rotated.status).toBe(200);
      expect([await everywhere(guest.token), await everywhere(rotated.body.guest.token)]).toEqual([revoked, good]);
    });
  }, 90_000);

  test('when a person is erased, whoever they are', async () => {
    const [{ token }, guest] = [await register('Rosalind'), await introduceGuest('Franklin')];
    await whileNothingIsShown(async () => {
      for (const each of [token, guest.token]) {
        expect((await send('DELETE', '/api/me', undefined, { token: each })).status).toBeLessThan(300);
        expect(await everywhere(each)).toEqual(good);
      }
      const areGone = async () => {
        expect([await everywhere(token), await everywhere(guest.token)]).toEqual([revoked, revoked]);
        return true;
      };
      await eventually(areGone, { what: 'the erasures', timeoutMs: 20_000 });
      expect((await get('/api/me', { token })).body.errors).toEqual({ token: ['is of somebody who was erased'] });
    });
  }, 90_000);

  test('and again after Redis was killed', async () => {
    const { token } = await register('Chien-Shiung');
    const [redis] = await copiesOf('redis');
    process.kill(redis?.pid ?? 0, 'SIGKILL');
    await eventually(async () => !(await redisIsThere()), { what: 'Redis to be missed' });
    await untilRedisIsThere();
    await whileNothingIsShown(async () => {
      expect((await signOut(token)).status).toBe(202);
      expect(await everywhere(token)).toEqual(revoked);
    });
  }, 90_000);
});

describeWithRedis('with Redis standing still', () => {
  test('signing in, posting and signing out work, and an ended token is refused everywhere once projected', async () => {
    const admin = await signInAsAdmin();
    const slug = await publish(admin, 'Of quick endings');
    const { token, other, signIn } = await signedInTwice('Vera');
    await whilePaused('redis', async () => {
      const begun = performance.now();
      expect((await signIn()).status).toBe(200);
      const commented = await post(`/api/articles/${slug}/comments`, { comment: { body: 'without it' } }, { token });
      expect(commented.status).toBe(201);
      expect((await signOut(token)).status).toBe(204);
      expect([await everywhere(token), await everywhere(other.token)]).toEqual([revoked, good]);
      expect((await put('/api/user', { user: { bio: 'of galaxies' } }, { token: other.token })).status).toBe(200);
      expect(performance.now() - begun).toBeLessThan(10_000);
    });
    await untilRedisIsThere();
  }, 60_000);
});
