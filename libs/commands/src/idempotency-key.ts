import { Problem } from '#http/problem.js';

/** Characters of an Idempotency-Key at most; 400 beyond. */
export const idempotencyKeyLength = 200;

/** Bits that a stranger's key must be able to hold. */
export const strangersKeyBits = 128;

/** What a key may be made of: visible ASCII and spaces, which HTTP hands on as they are. */
export const idempotencyKeyPattern = `^[ -~]{1,${idempotencyKeyLength}}$`;

const wellFormed = new RegExp(idempotencyKeyPattern);

/** Of so many random characters that fewer are different, which says that they are not random. */
const fewest = 5;

/**
 * The key that a client names its command by; undefined where it sent none, or an empty one.
 * @throws Problem 400 where it is too long or not ASCII: it is never cut, for two commands would become one.
 */
export function givenIdempotencyKey(headers: Record<string, string | string[] | undefined>): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && wellFormed.test(given)) return given;
  throw refused(`must be 1 to ${idempotencyKeyLength} ASCII characters`);
}

/**
 * Where nobody is known, who has the key has the answer, and with it a credential. So it must be a secret: long enough to
 * hold 128 bits in the characters it is made of, as a UUID is (32 hexadecimal digits), or 22 characters of base64url.
 * @throws Problem 400
 */
export function requireSecret(key: string): void {
  if (bitsOf(key) >= strangersKeyBits && new Set(key).size >= fewest) return;
  throw refused(`must be a secret of ${strangersKeyBits} random bits, such as a UUID, where nobody is signed in`);
}

function bitsOf(key: string): number {
  // The hyphens of a UUID say nothing; those of base64url are digits.
  const digits = key.replaceAll('-', '');
  if (/^\d*$/.test(digits)) return digits.length * Math.log2(10);
  if (/^[\da-f]*$/i.test(digits)) return digits.length * 4;
  return key.length * 6;
}

const refused = (what: string) =>
  new Problem(400, { detail: `The Idempotency-Key ${what}.`, errors: { 'Idempotency-Key': [what] } });
