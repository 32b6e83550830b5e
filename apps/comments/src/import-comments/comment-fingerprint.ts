import { createHash } from 'node:crypto';
import type { ImportComments } from '#contracts/comments/comment.commands.js';

type Imported = ImportComments['comments'][number];

/** A comment is one imported before when source, article, id, time and text agree; an id alone is not enough. */
export function commentFingerprint({ articleId, provenance, postedAt, body }: Imported): string {
  return createHash('sha256')
    .update(JSON.stringify([provenance.source, articleId, provenance.externalId, postedAt, body]))
    .digest('base64url');
}
