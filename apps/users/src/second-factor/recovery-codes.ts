import { pseudonymOf } from '#commands/command-request.js';

/** How many there are at first. */
export const recoveryCodeCount = 10;

/** Letters and digits that are not taken for one another (Crockford). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export interface Batch {
  personId: string;
  /** The `Idempotency-Key` of the command that makes them, which is stored nowhere. */
  idempotencyKey: string;
  /** Stored with the command's answer: the same again makes other codes. */
  batch: string;
}

/** The codes of a batch, of 50 bits each: always the same, so that a lost answer can be repeated, though none is stored. */
export const recoveryCodesOf = (key: Buffer, { personId, idempotencyKey, batch }: Batch): string[] =>
  Array.from({ length: recoveryCodeCount }, (_, number) => {
    const made = pseudonymOf(key, 'recovery-codes', personId, idempotencyKey, batch, String(number));
    const characters = [...Buffer.from(made, 'base64url').subarray(0, 10)].map((byte) => alphabet[byte % 32]);
    return `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`;
  });

/** A code as it is compared: without spaces and hyphens, in small letters, with what is taken for a digit as that digit. */
export const plainCode = (code: string): string =>
  code.replace(/[\s-]/g, '').toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1');

/** The keyed hash of a recovery code; the code itself is never stored. */
export const recoveryCodeHash = (key: Buffer, personId: string, code: string): string =>
  pseudonymOf(key, 'recovery-code', personId, plainCode(code));
