/** What a comment's author is called: what they were as they wrote it, or what they are now. */
export type CommentNames = 'as-posted' | 'current';

/**
 * Who wrote `currentComments AS comment`, as they are by now: a guest may have become an account. The joins to find out,
 * and the columns; a comment may be here before its author.
 */
export const authorSql = (names: CommentNames) => ({
  // Of names as posted only who has become an account is looked for, in an index that holds them alone.
  joins: `LEFT JOIN commenter AS person ON person.person_id = comment.person_id${
    names === 'as-posted'
      ? ' AND person.linked_to IS NOT NULL'
      : ' LEFT JOIN commenter AS account ON account.person_id = person.linked_to'
  }`,
  id: 'coalesce(person.linked_to, comment.person_id)',
  kind: `CASE WHEN person.linked_to IS NULL THEN comment.kind ELSE 'account' END`,
  name:
    names === 'as-posted'
      ? 'comment.name'
      : 'coalesce(account.nick, account.name, person.nick, person.name, comment.name)',
});
