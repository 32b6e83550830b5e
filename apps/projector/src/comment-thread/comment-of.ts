import type { BroadsideEvent } from '#contracts/events.js';

/** The id of the comment that an event of the comments topic is about. */
export const commentOf = ({ data }: BroadsideEvent): string[] => ('commentId' in data ? [String(data.commentId)] : []);

/** Whether an event is the first of its comment. */
export const isPosted = ({ type }: BroadsideEvent): boolean => type === 'CommentPosted';
