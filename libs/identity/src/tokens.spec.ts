import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterEach, expect, jest, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { issuer, TokenVerifier } from './tokens.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const verifier = () =>
  TokenVerifier.of({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'EdDSA', use: 'sig' }] });
const claims = { kind: 'account', roles: ['reader'], sid: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081aa' };

interface Made {
  kid?: string;
  by?: string;
  key?: KeyObject;
  more?: object;
  seconds?: number;
}

/** A token with one flaw, or with none. */
function make({
  kid = 'ours',
  by = issuer,
  key = privateKey,
  more = claims,
  seconds = 60,
}: Made = {}): Promise<string> {
  const token = new SignJWT({ ...more })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', ...(kid !== '' && { kid }) })
    .setIssuer(by)
    .setIssuedAt()
    .setSubject('0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192');
  if (seconds > 0) token.setExpirationTime(Math.floor(Date.now() / 1_000) + seconds);
  return token.sign(key);
}

afterEach(() => void jest.useRealTimers());

test('a token of ours is valid', async () => {
  await expect(verifier().verify(`Token ${await make()}`)).resolves.toMatchObject({ sessionId: claims.sid });
});

test.each<[string, Made]>([
  ['by another key', { key: generateKeyPairSync('ed25519').privateKey }],
  ['for another site', { by: 'elsewhere' }],
  ['that names no key', { kid: '' }],
  ['that never ends', { seconds: 0 }],
  ['of no session', { more: { kind: 'account', roles: [] } }],
  ['of neither guest nor account', { more: { ...claims, kind: 'robot' } }],
])('a token %s is invalid', async (_, made) => {
  await expect(verifier().verify(`Token ${await make(made)}`)).rejects.toMatchObject({ status: 401 });
});

test('a token without a signature is invalid, and so is a header without a token', async () => {
  const [head, body] = (await make()).split('.');
  const none = Buffer.from('{"alg":"none","kid":"ours"}').toString('base64url');
  for (const token of [`${head}.${body}.`, `${none}.${body}.`, 'x']) {
    await expect(verifier().verify(`Token ${token}`)).rejects.toMatchObject({ status: 401 });
  }
  await expect(verifier().verify(undefined)).rejects.toMatchObject({ status: 401 });
});

test('a cached token is valid no longer than its expiry', async () => {
  jest.useFakeTimers({ now: Date.now(), doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  const [remembering, token] = [verifier(), `Token ${await make({ seconds: 10 })}`];
  await remembering.verify(token);
  jest.advanceTimersByTime(11_000);
  await expect(remembering.verify(token)).rejects.toMatchObject({ status: 401 });
});
