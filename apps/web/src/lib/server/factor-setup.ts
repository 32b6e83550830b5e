import { type QrCode, qrCode } from './qr-code.js';

/** What a page shows of a second factor that is being set up. */
export interface FactorSetup {
  secret: string;
  uri: string;
  qr: QrCode;
}

/** An address that a page takes back from its own form: in ASCII, of 1,000 characters at most. */
const ofOurs = /^otpauth:\/\/totp\/[\x21-\x7e]{1,985}$/;

/** What is shown again after a wrong code: the page has it from the form, as the gateway tells the secret once. */
export function factorSetup(uri: string): FactorSetup | undefined {
  const url = ofOurs.test(uri) ? URL.parse(uri) : null;
  const secret = url?.searchParams.get('secret') ?? '';
  return /^[A-Z2-7]{16,}=*$/.test(secret) ? { secret, uri, qr: qrCode(uri) } : undefined;
}
