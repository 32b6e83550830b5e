import { createHash } from 'node:crypto';
import type { ImportComments } from '#contracts/comments/comment.commands.js';
import { pseudonymOf } from '#commands/command-request.js';

type Imported = ImportComments['comments'][number];

/** What a keyed fingerprint begins with; the dot stands in no hash. */
export const keyedPrefix = 'hmac.';

export interface CommentFingerprint {
  keyed: string;
  /** As it was stored once. Whoever can guess a text finds it by this: it is looked for, and not stored any more. */
  unkeyed: string;
}

/** A comment is one imported before when source, article, id, time and text agree; an id alone is not enough. */
export function commentFingerprint(
  pseudonymKey: Buffer,
  { articleId, provenance, postedAt, body }: Imported,
): CommentFingerprint {
  const unkeyed = createHash('sha256')
    .update(JSON.stringify([provenance.source, articleId, provenance.externalId, postedAt, body]))
    .digest('base64url');
  return { keyed: keyFingerprint(pseudonymKey, unkeyed), unkeyed };
}

/** Of the hash, not of the text: so those that were stored without a key can be keyed too. */
export const keyFingerprint = (pseudonymKey: Buffer, unkeyed: string) =>
  keyedPrefix + pseudonymOf(pseudonymKey, 'imported-comment', unkeyed);
