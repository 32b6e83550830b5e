import { Secret, TOTP } from 'otpauth';

/** What apps use that read no more than the secret (RFC 6238). */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** How far, in time steps of 30 s, the clock of the account's device may be off. */
export const stepsOfSkew = 1;

/** A new secret of 160 bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app reads from a QR code. @param account the name it shows */
export const uriOf = (secret: string, account: string): string =>
  new TOTP({ ...form, secret, issuer: 'Broadside', label: account }).toString();

/** Whether a text has the form of a code of an app. The library throws for six characters that are no ASCII. */
export const isTotp = (text: string): boolean => /^[0-9]{6}$/.test(text);

/** The time step that a code is of, if it is of the present one or of one within the skew; else undefined. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!isTotp(code)) return undefined;
  const timestamp = now.getTime();
  const delta = new TOTP({ ...form, secret }).validate({ token: code, timestamp, window: stepsOfSkew });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / form.period) + delta;
}
