import { workInPortions } from '#process/work-in-portions.js';
import type { Pool } from 'pg';
import { keyFingerprint } from './comment-fingerprint.js';
import { findUnkeyed } from './find-unkeyed.js';
import { replaceFingerprints } from './replace-fingerprints.js';

/**
 * Keys the fingerprints that older versions stored without a key, see {@link workInPortions}. Meanwhile imports find either
 * form.
 */
export async function keyOldFingerprints(pool: Pool, pseudonymKey: Buffer, signal: AbortSignal): Promise<void> {
  let last = '';
  await workInPortions(async () => {
    const unkeyed = await findUnkeyed(pool, last);
    await replaceFingerprints(
      pool,
      unkeyed.map((each) => ({ unkeyed: each, keyed: keyFingerprint(pseudonymKey, each) })),
    );
    last = unkeyed.at(-1) ?? last;
    return unkeyed.length;
  }, signal);
}
