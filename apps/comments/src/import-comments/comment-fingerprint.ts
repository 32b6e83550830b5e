import { createHash } from 'node:crypto';
import type { ImportComments } from '#contracts/comments/comment.commands.js';
import { pseudonymOf } from '#commands/command-request.js';

type Imported = ImportComments['comments'][number];

/** The prefix of a keyed fingerprint; no hash contains the dot. */
export const keyedPrefix = 'hmac.';

export interface CommentFingerprint {
  keyed: string;
  /**
   * The form that older versions stored. It shows whether a guessed text was imported, so it is still looked up, but no
   * longer stored.
   */
  unkeyed: string;
}

/** A comment was imported before if source, article, id, time and text match; the id alone is not enough. */
export function commentFingerprint(
  pseudonymKey: Buffer,
  { articleId, provenance, postedAt, body }: Imported,
): CommentFingerprint {
  const unkeyed = createHash('sha256')
    .update(JSON.stringify([provenance.source, articleId, provenance.externalId, postedAt, body]))
    .digest('base64url');
  return { keyed: keyFingerprint(pseudonymKey, unkeyed), unkeyed };
}

/** Keys the hash, not the text, so that fingerprints stored without a key can be keyed too. */
export const keyFingerprint = (pseudonymKey: Buffer, unkeyed: string) =>
  keyedPrefix + pseudonymOf(pseudonymKey, 'imported-comment', unkeyed);
