import type { Projection } from '#projection/projection.js';
import type { CommentsByPersonRow } from '#read-models/commenter/comments-by-person.entity.js';
import { loadCommentsByPerson } from '#read-models/commenter/load-comments-by-person.js';
import { saveCommentsByPerson } from '#read-models/commenter/save-comments-by-person.js';

/** The number of comments of each person, without those taken away, by partition, from the comments topic. */
export const commentsByPerson: Projection<CommentsByPersonRow> = {
  name: 'comments-by-person',
  rowIds: (event) => {
    if (event.type === 'CommentPosted') return [`${event.data.author.personId}/${event.partition}`];
    return event.type === 'CommentDeleted' ? [`${event.data.authorId}/${event.partition}`] : [];
  },
  load: loadCommentsByPerson,
  evolve: (row, event, id) => ({
    personId: id.slice(0, id.indexOf('/')),
    partition: event.partition,
    count: (row?.count ?? 0) + (event.type === 'CommentDeleted' ? -1 : 1),
  }),
  save: saveCommentsByPerson,
};
