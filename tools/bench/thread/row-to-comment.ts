export interface Row {
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
}

/** A row as the thread route answers it. */
export const rowToComment = (row: Row) => ({
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
    kind: row.kind,
    id: row.person_id,
    website: row.website ?? undefined,
    mark: row.kind === 'guest' ? row.person_id.slice(-6) : undefined,
  },
});
