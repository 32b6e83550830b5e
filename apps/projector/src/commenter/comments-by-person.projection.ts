import type { Projection } from '#projection/projection.js';
import type { CommentsByPersonRow } from '#read-models/commenter/comments-by-person.entity.js';
import { loadCommentsByPerson } from '#read-models/commenter/load-comments-by-person.js';
import { saveCommentsByPerson } from '#read-models/commenter/save-comments-by-person.js';

/** The number of comments of each person, by partition, from the comments topic. */
export const commentsByPerson: Projection<CommentsByPersonRow> = {
  name: 'comments-by-person',
  rowIds: (event) => (event.type === 'CommentPosted' ? [`${event.data.author.personId}/${event.partition}`] : []),
  load: loadCommentsByPerson,
  evolve: (row, event, id) => ({
    personId: id.slice(0, id.indexOf('/')),
    partition: event.partition,
    count: (row?.count ?? 0) + 1,
  }),
  save: saveCommentsByPerson,
};
