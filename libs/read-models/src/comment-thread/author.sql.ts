import { isStaffSql, staffRoleSql } from '../commenter/staff-role.sql.js';

/** The name shown for a comment's author: the name at the time of the comment, or the present one. */
export type CommentNames = 'as-posted' | 'current';

const id = 'coalesce(person.linked_to, comment.person_id)';

/**
 * The present author of `currentComments AS comment`: a guest may have been linked to an account. The joins that find
 * the author, and the columns. A comment may be projected before its author.
 */
export const authorSql = (names: CommentNames) => ({
  // For names as posted, only linked guests are looked up, in an index that holds them alone.
  joins: `LEFT JOIN commenter AS person ON person.person_id = comment.person_id${
    names === 'as-posted'
      ? ' AND person.linked_to IS NOT NULL'
      : ' LEFT JOIN commenter AS account ON account.person_id = person.linked_to'
  } LEFT JOIN commenter AS staff ON staff.person_id = ${id} AND ${isStaffSql('staff.roles')}`,
  id,
  kind: `CASE WHEN person.linked_to IS NULL THEN comment.kind ELSE 'account' END`,
  name:
    names === 'as-posted'
      ? 'comment.name'
      : 'coalesce(account.nick, account.name, person.nick, person.name, comment.name)',
  role: staffRoleSql('staff.roles'),
});
