import { open } from '#keyring/open.js';
import type { Projection } from '#projection/projection.js';
import type { CommentThreadRow } from '#read-models/comment-thread/comment-thread.entity.js';
import { erasedComment } from '#read-models/comment-thread/erased-comment.js';
import { saveComments } from '#read-models/comment-thread/save-comments.js';
import { renderBody } from '#read-models/render-body.js';
import type { PersonKeys } from '../person-keys.js';

/** The comments of a thread, from the comments topic. */
export const commentThread: Projection<CommentThreadRow, PersonKeys> = {
  name: 'comment-thread',
  touches: (event) => (event.type === 'CommentPosted' ? [String(event.data.commentId)] : []),
  evolve: (_row, event, _id, keys) => {
    if (event.type !== 'CommentPosted') return undefined;
    const { commentId, articleId, parentId, author, format, provenance } = event.data;
    const { personId, kind } = author;
    const key = keys.get(personId);
    const imported = provenance !== undefined;
    const place = { commentId, articleId, parentId, personId, kind, postedAt: event.occurredAt, imported };
    if (!key) return { ...place, ...erasedComment };
    const body = open(key, event.id, 'body', event.data.body);
    const name = open(key, event.id, 'name', author.name);
    const website = author.website ? open(key, event.id, 'website', author.website) : null;
    return { ...place, name, website, body, format, bodyHtml: renderBody(body, format) };
  },
  save: saveComments,
};
