import { importJWK, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';
import { FreshFile } from '#process/fresh-file.js';
import type { TokenHolder } from './caller.js';
import { audience, issuer } from './tokens.js';

interface SigningKey {
  key: CryptoKey | Uint8Array;
  kid: string;
}

/** Signs tokens with the first key of a private JWKS (Ed25519). The same input gives the same token. */
export class TokenSigner {
  private constructor(private readonly signingKey: () => Promise<SigningKey>) {}

  static async of(jwks: JSONWebKeySet): Promise<TokenSigner> {
    const key = await firstKey(jwks);
    return new TokenSigner(() => Promise.resolve(key));
  }

  /** Uses another key when the file holds another. */
  static async fromFile(path: string): Promise<TokenSigner> {
    const file = new FreshFile(path, (text) => {
      const key = firstKey(JSON.parse(text) as JSONWebKeySet);
      // Awaited where it is used; until then a bad key must not count as an unhandled rejection.
      key.catch(() => undefined);
      return key;
    });
    await file.current;
    return new TokenSigner(() => file.current);
  }

  /** @param issuedAt ISO 8601. */
  async sign(
    holder: TokenHolder,
    { issuedAt, lifetimeSeconds }: { issuedAt: string; lifetimeSeconds: number },
  ): Promise<string> {
    const { key, kid } = await this.signingKey();
    const at = Math.floor(Date.parse(issuedAt) / 1_000);
    return new SignJWT({ kind: holder.kind, roles: holder.roles, sid: holder.sessionId })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(holder.personId)
      .setIssuedAt(at)
      .setExpirationTime(at + lifetimeSeconds)
      .sign(key);
  }
}

async function firstKey({ keys: [first] }: JSONWebKeySet): Promise<SigningKey> {
  if (!first?.kid) throw new Error('the signing keys hold no key with a kid');
  return { key: await importJWK(first, 'EdDSA'), kid: first.kid };
}
