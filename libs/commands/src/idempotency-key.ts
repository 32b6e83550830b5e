import { Problem } from '#http/problem.js';

/** Upper bound of an Idempotency-Key's characters; 400 beyond. */
export const idempotencyKeyLength = 200;

/** Bits that the key of a caller who is not signed in must be able to hold. */
export const strangersKeyBits = 128;

/** The characters of a key: visible ASCII and spaces, which HTTP passes on unchanged. */
export const idempotencyKeyPattern = `^[ -~]{1,${idempotencyKeyLength}}$`;

const wellFormed = new RegExp(idempotencyKeyPattern);

/** A key with fewer different characters is not random. */
const fewest = 5;

/**
 * The client's key for its command; undefined if it sent none, or an empty one.
 * @throws Problem 400 if it is too long or not ASCII. It is never truncated: two commands could then share a key.
 */
export function givenIdempotencyKey(headers: Record<string, string | string[] | undefined>): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && wellFormed.test(given)) return given;
  throw refused(`must be 1 to ${idempotencyKeyLength} ASCII characters`);
}

/**
 * If nobody is signed in, the holder of the key gets the answer, and a credential with it. So the key must be a secret: long
 * enough to hold 128 bits in its alphabet, like a UUID (32 hexadecimal digits) or 22 characters of base64url.
 * @throws Problem 400
 */
export function requireSecret(key: string): void {
  if (bitsOf(key) >= strangersKeyBits && new Set(key).size >= fewest) return;
  throw refused(`must be a secret of ${strangersKeyBits} random bits, such as a UUID, where nobody is signed in`);
}

function bitsOf(key: string): number {
  // A UUID's hyphens carry no information; in base64url they are digits.
  const digits = key.replaceAll('-', '');
  if (/^\d*$/.test(digits)) return digits.length * Math.log2(10);
  if (/^[\da-f]*$/i.test(digits)) return digits.length * 4;
  return key.length * 6;
}

const refused = (what: string) =>
  new Problem(400, { detail: `The Idempotency-Key ${what}.`, errors: { 'Idempotency-Key': [what] } });
