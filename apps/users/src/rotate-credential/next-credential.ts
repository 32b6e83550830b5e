import { pseudonymOf } from '#commands/command-request.js';

/**
 * The credential after another: always the same, so that a lost answer can be repeated. A keyed hash in the form of a uuid,
 * version 8 (RFC 9562, 5.8).
 */
export function nextCredentialId(key: Buffer, credentialId: string): string {
  const bytes = Buffer.from(pseudonymOf(key, 'next-credential', credentialId), 'base64url').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
