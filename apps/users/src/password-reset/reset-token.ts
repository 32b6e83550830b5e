import { createHmac, timingSafeEqual } from 'node:crypto';

const idBytes = 16;

/**
 * The token of a link: the id of its row and an HMAC-SHA-256 of that, 64 characters of base64url. Only who has the key can
 * make it, so neither the table nor a back-up of it is of use to anybody else.
 */
export function resetTokenOf(key: Buffer, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, proofOf(key, bytes)]).toString('base64url');
}

/** The id in a token; undefined if the token is not ours. */
export function resetIdOf(key: Buffer, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  const [id, proof] = [bytes.subarray(0, idBytes), bytes.subarray(idBytes)];
  const expected = proofOf(key, id);
  if (proof.length !== expected.length || !timingSafeEqual(proof, expected)) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const proofOf = (key: Buffer, id: Buffer) => createHmac('sha256', key).update('password-reset\0').update(id).digest();
