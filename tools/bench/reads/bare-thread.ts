export interface CommentRow {
  comment_id: string;
  parent_id: string | null;
  person_id: string;
  kind: string;
  name: string;
  website: string | null;
  body: string;
  body_html: string;
  format: string;
  posted_at: Date;
  shown_since: Date;
  /** The account that a guest has become. */
  linked_to: string | null;
}

export const threadSql = `
SELECT comment_id, parent_id, state.person_id, state.kind, comment.name, comment.website, comment.body,
       comment.body_html, comment.format, posted_at, shown_since, linked_to
FROM article_page AS page JOIN comment_state AS state USING (article_id)
JOIN comment_text AS comment USING (comment_id, version)
LEFT JOIN commenter AS person ON person.person_id = state.person_id
WHERE page.slug = $1 AND shown
ORDER BY posted_at, comment_id`;

/** A row as the thread route answers it. */
export const rowToComment = (row: CommentRow) => ({
  id: Number(row.comment_id),
  createdAt: row.posted_at,
  updatedAt: row.posted_at,
  body: row.body,
  bodyHtml: row.body_html,
  format: row.format,
  parentId: row.parent_id === null ? null : Number(row.parent_id),
  author: {
    username: row.name,
    bio: null,
    image: null,
    following: false,
    kind: row.linked_to === null ? row.kind : 'account',
    id: row.linked_to ?? row.person_id,
    website: row.website ?? undefined,
    mark: row.kind === 'guest' && row.linked_to === null ? row.person_id.slice(-6) : undefined,
  },
  shownAt: row.shown_since,
});
