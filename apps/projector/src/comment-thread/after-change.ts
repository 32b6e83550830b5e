import type { CommentShownRow } from '#read-models/comment-thread/comment-shown.entity.js';

/**
 * The intervals after a change of what readers see: the open one is closed, and another is opened. An interval that
 * would be empty is replaced. The clocks of two services differ, so a change is never taken as earlier than the one
 * before.
 * @param intervals the last of them is open. @param time ISO 8601 in UTC, to the millisecond.
 * @returns undefined if nothing changes.
 */
export function afterChange(
  intervals: CommentShownRow[],
  time: string,
  change: Partial<Pick<CommentShownRow, 'why' | 'version'>>,
): CommentShownRow[] | undefined {
  const open = intervals.at(-1);
  if (!open) return undefined;
  const { why, version } = { ...open, ...change };
  if (why === open.why && version === open.version) return undefined;
  const at = time > open.from ? time : open.from;
  const closed = at === open.from ? [] : [{ ...open, until: at }];
  return [...intervals.slice(0, -1), ...closed, { ...open, from: at, version, why }];
}
