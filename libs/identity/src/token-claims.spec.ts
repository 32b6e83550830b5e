import { generateKeyPairSync } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { beforeAll, expect, test } from '@jest/globals';
import { TokenSigner } from './token-signer.js';
import { audience, clockSkewSeconds, issuer, TokenVerifier } from './tokens.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const marks = { kid: 'one', alg: 'EdDSA', use: 'sig' };
const secret = { ...privateKey.export({ format: 'jwk' }), ...marks };
const verifier = TokenVerifier.of({ keys: [{ ...publicKey.export({ format: 'jwk' }), ...marks }] });
const id = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192';
const now = () => Math.floor(Date.now() / 1_000);
type Claims = Record<string, unknown>;
type Header = { typ?: string };
let key: Awaited<ReturnType<typeof importJWK>>;
beforeAll(async () => {
  key = await importJWK(secret, 'EdDSA');
});

const jwt: Header = { typ: 'JWT' };

/** A token as it was signed before tokens had an audience, with the given changes; undefined removes a claim. */
const token = (claims: Claims = {}, header = jwt) =>
  new SignJWT({
    ...{ kind: 'account', roles: [], sid: id, sub: id, iss: issuer, iat: now(), exp: now() + 60 },
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'one', ...header })
    .sign(key);

test('an older token without an audience is valid, and so is a present one', async () => {
  await expect(verifier.verify(`Token ${await token()}`)).resolves.toMatchObject({ personId: id });
  const signer = await TokenSigner.of({ keys: [secret] });
  const holder = { personId: id, kind: 'account' as const, roles: [], sessionId: id };
  const young = await signer.sign(holder, { issuedAt: new Date().toISOString(), lifetimeSeconds: 60 });
  expect(JSON.parse(Buffer.from(young.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ aud: audience });
  await expect(verifier.verify(`Token ${young}`)).resolves.toMatchObject(holder);
});

test.each<[string, Claims, Header]>([
  ['for us and others', { aud: ['another', audience] }, jwt],
  ['of a clock that is a little ahead', { iat: now() + clockSkewSeconds - 10 }, jwt],
  ['of type at+jwt', {}, { typ: 'at+jwt' }],
  ['of type application/jwt', {}, { typ: 'application/JWT' }],
])('one %s is valid', async (_, claims, header) => {
  await expect(verifier.verify(`Bearer ${await token(claims, header)}`)).resolves.toMatchObject({ personId: id });
});

test.each<[string, Claims, Header]>([
  ['whose session is no uuid', { sid: 'x' }, jwt],
  ['without a session', { sid: undefined }, jwt],
  ['for somebody else', { aud: 'another' }, jwt],
  ['for several others', { aud: ['another', 'one more'] }, jwt],
  ['for nobody', { aud: [] }, jwt],
  ['from later on', { iat: now() + clockSkewSeconds + 10 }, jwt],
  ['from no time', { iat: undefined }, jwt],
  ['without an end', { exp: undefined }, jwt],
  ['of another issuer', { iss: 'another' }, jwt],
  ['of no type', {}, {}],
  ['of another type', {}, { typ: 'logout+jwt' }],
  ['that is neither a guest’s nor an account’s', { kind: 'service' }, jwt],
])('one %s is a 401', async (_, claims, header) => {
  await expect(verifier.verify(`Token ${await token(claims, header)}`)).rejects.toMatchObject({
    ...{ status: 401, errors: { token: ['is invalid'] } },
  });
});
