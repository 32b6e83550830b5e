import type { Projection } from '#projection/projection.js';
import type { CommentShownRow } from '#read-models/comment-thread/comment-shown.entity.js';
import { loadOpenIntervals } from '#read-models/comment-thread/load-open-intervals.js';
import { saveShownIntervals } from '#read-models/comment-thread/save-shown-intervals.js';
import { commentOf, isPosted } from './comment-of.js';
import { afterChange } from './after-change.js';
import { tookEffect } from './took-effect.js';

/**
 * When readers saw a comment and when not, from the comments topic: its open interval, and the intervals that a batch
 * closed.
 */
export const commentShown: Projection<CommentShownRow[]> = {
  name: 'comment-shown',
  rowIds: commentOf,
  begins: isPosted,
  load: loadOpenIntervals,
  evolve: (intervals, event) => {
    switch (event.type) {
      case 'CommentPosted': {
        const { version, data } = event;
        const { commentId, heldBecause: why = null } = data;
        return [{ commentId, version, from: tookEffect(event), until: null, why }];
      }
      case 'CommentApproved':
        return intervals && afterChange(intervals, tookEffect(event), { why: null });
      case 'CommentEdited': {
        const { version, data } = event;
        return intervals && afterChange(intervals, tookEffect(event), { version, why: data.heldBecause ?? null });
      }
      case 'CommentDeleted': {
        const { version, data } = event;
        return intervals && afterChange(intervals, tookEffect(event), { version, why: `deleted-by-${data.by}` });
      }
      default:
        return undefined;
    }
  },
  save: (client, rows) => saveShownIntervals(client, rows.flat()),
};
