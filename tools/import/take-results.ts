import type { CommentImported } from '#contracts/comments/comment.commands.js';
import type { Skipped } from './archive.js';
import type { SpooledComment } from './spooled.js';
import type { Tally } from './tally.js';

/**
 * Counts the results of a batch, in its order: new, existing, or by an erased person. A reply to a comment that was skipped
 * for that reason becomes top-level.
 */
export function takeResults(
  batch: SpooledComment[],
  results: CommentImported[],
  tally: Tally,
  report: (skipped: Skipped) => void,
): void {
  for (const [index, { added, reparented, refused }] of results.entries()) {
    const { comment, file, line } = batch[index] as SpooledComment;
    const { externalId: id, parentExternalId: parent = '' } = comment;
    if (added) tally.comments.added += 1;
    if (reparented) {
      tally.comments.replies -= 1;
      tally.reparented.lost += 1;
      report({ reason: 'comment, reparented: its parent did not come with it', id, file, line, parent });
    }
    if (refused === undefined) continue;
    const reason = 'comment, by somebody who was erased';
    tally.comments.here -= 1;
    tally.skip(reason);
    report({ reason, id, file, line });
  }
}
