import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { idempotencyOf, type CommandRequest } from '#commands/command-request.js';
import { IdempotencyKeyReused } from '#event-store/event-store.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { CancelErasureController } from '../cancel-erasure/cancel-erasure.controller.js';
import { ChangeAccountController } from '../change-account/change-account.controller.js';
import { FollowPersonController } from '../follow-person/follow-person.controller.js';
import { IntroduceGuestController } from '../introduce-guest/introduce-guest.controller.js';
import { LinkGuestController } from '../link-guest/link-guest.controller.js';
import { RegisterController } from '../register/register.controller.js';
import { RequestErasureController } from '../request-erasure/request-erasure.controller.js';
import { RestoreNickController } from '../restore-nick/restore-nick.controller.js';
import { hashPassword } from './password-hash.js';
import { now, UsersFixture, pseudonymKey, requestOf } from './users-fixture.js';
import { storeCredentials } from './store-credentials.js';

const times = { sessionSeconds: 3_600, accessSeconds: 60, graceSeconds: 30 };
const signer = { sign: ({ personId }: { personId: string }) => Promise.resolve(`of ${personId}`) };
const password = 'correct horse';
let people: UsersFixture;
beforeAll(async () => (people = await UsersFixture.open({ roles: ['reader', 'admin'] })));
afterAll(() => people.close());

/** A command as the version before stored it: its answer, and the input of its fingerprint. */
async function answered(request: CommandRequest, { by, wanted, kept }: { by?: string; wanted: object; kept: object }) {
  const { key, fingerprint } = idempotencyOf(request, { caller: by, command: wanted, pseudonymKey });
  await people.stored.database.pool.query('INSERT INTO commands (key, fingerprint, answer) VALUES ($1, $2, $3)', [
    ...[key, fingerprint, JSON.stringify(kept)],
  ]);
}

describe('an answer of the version before is repeated, with the streams to wait for', () => {
  test('to a guest who is introduced', async () => {
    const personId = randomUUIDv7();
    const request = requestOf(undefined, { name: 'Ada', email: '', website: null });
    await answered(request, { wanted: { name: 'Ada' }, kept: { personId, version: 1, issuedAt: now() } });
    const controller = new IntroduceGuestController(
      people.replica(0).commands,
      signer as unknown as TokenSigner,
      pseudonymKey,
    );
    const streams = { [`person-${personId}`]: 1 };
    expect(await controller.handle(request)).toEqual({ personId, token: `of ${personId}`, streams });
  });

  test('to a registration with a guest; only with the same password', async () => {
    const [personId, guestId] = [randomUUIDv7(), await people.introduce()];
    const { pool, commands, events, links } = people.replica(0);
    const hash = await hashPassword(password);
    await events.transact(({ client }) => storeCredentials(client, personId, hash));
    const [username, email] = ['ada', 'ada@example.org'];
    const request = requestOf(undefined, { username, email, password, guestToken: guestId });
    const guest = { [`person-${guestId}`]: 2 };
    const kept = { personId, version: 1, guest, sessionId: randomUUIDv7(), startedAt: now() };
    await answered(request, { wanted: { username, email, guestId }, kept });
    const controller = new RegisterController(
      ...([commands, pool, signer as unknown as TokenSigner, times, pseudonymKey, links] as const),
    );
    expect(await controller.handle(request)).toEqual({
      ...{ personId, token: `of ${personId}`, username, email, bio: null, image: null },
      streams: { [`person-${personId}`]: 1, ...guest },
    });
    const guessed = { ...request, body: { ...(request.body as object), password: 'wrong horse' } };
    await expect(controller.handle(guessed)).rejects.toThrow(IdempotencyKeyReused);
  });

  test('to a change of an account', async () => {
    const personId = await people.register();
    const { pool, commands, events } = people.replica(0);
    const hash = await hashPassword(password);
    await events.transact(({ client }) => storeCredentials(client, personId, hash));
    const request = requestOf(personId, { bio: 'Sums.', password });
    const kept = { version: 3, by: randomUUIDv7() };
    await answered(request, { by: personId, wanted: { bio: 'Sums.', password: true }, kept });
    const controller = new ChangeAccountController(commands, pool, pseudonymKey);
    expect(await controller.handle(request)).toMatchObject({ streams: { [`person-${personId}`]: 3 } });
    const guessed = { ...request, body: { bio: 'Sums.', password: 'wrong horse' } };
    await expect(controller.handle(guessed)).rejects.toThrow(IdempotencyKeyReused);
  });
});

describe('an answer that names its streams is repeated unchanged', () => {
  const at = () => people.replica(0).commands;
  const kept = { streams: { 'person-then': 9 } };
  const erasing = () => new RequestErasureController(at(), 60);
  const cancelling = () => new CancelErasureController(at());
  const personId = randomUUIDv7();
  const reason = 'legal-duty';
  const one = randomUUIDv7();

  test.each<[string, object, object, (request: CommandRequest) => Promise<unknown>]>([
    [
      'follow-person',
      { followedId: one },
      { followedId: one },
      (each) => new FollowPersonController(at()).handle(each),
    ],
    ['restore-nick', { any: 1 }, {}, (each) => new RestoreNickController(at(), pseudonymKey).handle(each)],
    ['request-erasure', {}, { personId, reason: 'asked-here' }, (each) => erasing().handle(each)],
    ['request-erasure-of', { reason, personId: one }, { personId: one, reason }, (each) => erasing().handleOf(each)],
    ['cancel-erasure', {}, { personId }, (each) => cancelling().handle(each)],
    ['cancel-erasure-of', { personId: one }, { personId: one }, (each) => cancelling().handleOf(each)],
  ])('%s', async (_, body, wanted, give) => {
    const request = requestOf(personId, body);
    await answered(request, { by: personId, wanted, kept });
    expect(await give(request)).toEqual(kept);
  });

  test('link-guest', async () => {
    const guestId = await people.introduce();
    const request = requestOf(personId, { token: guestId });
    await answered(request, { by: personId, wanted: { guestId }, kept });
    expect(await new LinkGuestController(at(), people.replica(0).links).handle(request)).toEqual(kept);
  });
});
