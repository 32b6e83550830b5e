import { importJWK, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';
import { readFileSync } from 'node:fs';
import { issuer, type Caller } from './tokens.js';

/** Signs tokens with the first key of a private JWKS (Ed25519). The same input gives the same token. */
export class TokenSigner {
  private constructor(
    private readonly key: CryptoKey | Uint8Array,
    private readonly kid: string,
  ) {}

  static async of({ keys: [first] }: JSONWebKeySet): Promise<TokenSigner> {
    if (!first?.kid) throw new Error('the signing keys hold no key with a kid');
    return new TokenSigner(await importJWK(first, 'EdDSA'), first.kid);
  }

  static fromFile(path: string): Promise<TokenSigner> {
    return TokenSigner.of(JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet);
  }

  /** @param issuedAt ISO 8601. */
  sign(caller: Caller, { issuedAt, lifetimeSeconds }: { issuedAt: string; lifetimeSeconds: number }): Promise<string> {
    const at = Math.floor(Date.parse(issuedAt) / 1_000);
    return new SignJWT({ kind: caller.kind, roles: caller.roles, sid: caller.sessionId })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(caller.personId)
      .setIssuedAt(at)
      .setExpirationTime(at + lifetimeSeconds)
      .sign(this.key);
  }
}
