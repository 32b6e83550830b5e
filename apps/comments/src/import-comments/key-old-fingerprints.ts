import type { Pool } from 'pg';
import { keyFingerprint } from './comment-fingerprint.js';
import { findUnkeyed } from './find-unkeyed.js';
import { replaceFingerprints } from './replace-fingerprints.js';

/** Keys the fingerprints of imports that are older than the key. Meanwhile imports find either form. */
export async function keyOldFingerprints(pool: Pool, pseudonymKey: Buffer, signal: AbortSignal): Promise<void> {
  let unkeyed = await findUnkeyed(pool, '');
  for (let last = unkeyed.at(-1); last !== undefined && !signal.aborted; last = unkeyed.at(-1)) {
    await replaceFingerprints(
      pool,
      unkeyed.map((each) => ({ unkeyed: each, keyed: keyFingerprint(pseudonymKey, each) })),
    );
    unkeyed = await findUnkeyed(pool, last);
  }
}
