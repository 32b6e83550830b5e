import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { TokenSigner } from './token-signer.js';
import type { TokenHolder } from './caller.js';
import { TokenVerifier } from './tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'broadside-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [signing, verifying] = [join(folder, 'signing.json'), join(folder, 'verifying.json')];

function keyPair(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const marks = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    secret: { ...privateKey.export({ format: 'jwk' }), ...marks },
    open: { ...publicKey.export({ format: 'jwk' }), ...marks },
  };
}
const write = (file: string, ...keys: object[]) => writeFileSync(file, JSON.stringify({ keys }));

const caller: TokenHolder = {
  personId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192',
  kind: 'account',
  roles: ['reader'],
  sessionId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081aa',
};
const kidOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
const times = (lifetimeSeconds = 3_600, issuedAt = new Date().toISOString()) => ({ issuedAt, lifetimeSeconds });

test('the signing key is replaced at runtime, and nobody is signed out until the old key is removed', async () => {
  const [before, after] = [keyPair('before'), keyPair('after')];
  write(signing, before.secret);
  write(verifying, before.open);
  const signer = await TokenSigner.fromFile(signing);
  const verifier = TokenVerifier.fromFile(verifying, { find: () => Promise.resolve({}) }, 'nobody');
  // Tokens are cached for a minute; a token that was not used yet shows which keys are in use.
  const fresh = (count: number, at: string) =>
    Promise.all(
      Array.from({ length: count }, (_, index) => signer.sign({ ...caller, roles: [at, String(index)] }, times())),
    );
  const old = await fresh(100, 'old');
  const isGood = (token: string | undefined) =>
    verifier.verify(`Token ${token}`).then(
      () => true,
      () => false,
    );

  write(verifying, before.open, after.open);
  write(signing, after.secret, before.secret);
  let young = '';
  await eventually(
    async () => {
      [young = ''] = await fresh(1, String(Math.random()));
      return kidOf(young) === 'after' && (await isGood(young)) && (await isGood(old.pop()));
    },
    { what: 'tokens under the new and the old key to be accepted' },
  );

  write(verifying, after.open);
  await eventually(async () => !(await isGood(old.pop())), { what: 'the old key to be refused' });
  expect(await isGood(young)).toBe(true);

  writeFileSync(verifying, '{"keys": [');
  expect(await isGood((await fresh(1, 'half-written'))[0])).toBe(true);
});

test('a token expires at its time; one of an ended session is refused at once though it is cached', async () => {
  const { secret, open } = keyPair('only');
  const signer = await TokenSigner.of({ keys: [secret] });
  const ended = new Set<string>();
  const verifier = TokenVerifier.of(
    { keys: [open] },
    { find: ({ sessionId }) => Promise.resolve(ended.has(sessionId) ? { over: 'revoked' } : {}) },
  );
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  const late = await signer.sign(caller, times(3_599, anHourAgo));
  await expect(verifier.verify(`Bearer ${late}`)).rejects.toMatchObject({
    status: 401,
    errors: { token: ['is invalid'] },
  });
  const token = await signer.sign(caller, times());
  await expect(verifier.verify(`Token ${token}`)).resolves.toEqual({ ...caller, sanctions: {} });
  ended.add(caller.sessionId);
  await expect(verifier.verify(`Token ${token}`)).rejects.toMatchObject({
    status: 401,
    errors: { token: ['is revoked'] },
  });
});

test('the present roles and sanctions count, not those in the token', async () => {
  const { secret, open } = keyPair('only');
  const signer = await TokenSigner.of({ keys: [secret] });
  const ban = { ban: { reason: 'spam' as const, until: null } };
  const find = () => Promise.resolve({ roles: [], sanctions: ban, version: 3 });
  const verifier = TokenVerifier.of({ keys: [open] }, { find });
  const token = await signer.sign({ ...caller, roles: ['admin'] }, times());
  await expect(verifier.verify(`Token ${token}`)).resolves.toMatchObject({ roles: [], sanctions: ban, version: 3 });
});

test('a role of the staff waits for a second factor where one is required, also of somebody of whom nothing is known', async () => {
  const { secret, open } = keyPair('only');
  const signer = await TokenSigner.of({ keys: [secret] });
  const token = await signer.sign({ ...caller, roles: ['reader', 'admin'] }, times());
  const verify = (person: object, requiredOf: 'nobody' | 'staff') =>
    TokenVerifier.of({ keys: [open] }, { find: () => Promise.resolve(person) }, requiredOf).verify(`Token ${token}`);
  const editor = { roles: ['reader', 'editor'], hasSecondFactor: false };
  expect(await verify(editor, 'staff')).toMatchObject({ roles: ['reader'], waitingRoles: ['editor'] });
  expect(await verify({}, 'staff')).toMatchObject({ roles: ['reader'], waitingRoles: ['admin'] });
  expect((await verify({ ...editor, hasSecondFactor: true }, 'staff')).roles).toEqual(['reader', 'editor']);
  expect((await verify(editor, 'nobody')).roles).toEqual(['reader', 'editor']);
});
