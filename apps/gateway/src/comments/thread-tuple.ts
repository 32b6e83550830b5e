import type { DeletedBy } from '#contracts/comments/comment.events.js';
import type { StaffRole } from '#read-models/commenter/staff-role.sql.js';

/** A shown comment, every value as Postgres writes it, times in milliseconds since 1970. */
export type ThreadTuple = [
  id: string,
  parentId: string | null,
  personId: string,
  kind: 'guest' | 'account',
  name: string,
  website: string | null,
  body: string,
  bodyHtml: string,
  format: string,
  at: string,
  following: 'true' | 'false',
  role: StaffRole | null,
  /** When it became visible. */
  shownAt: string,
  /** When its text was changed last. */
  editedAt: string | null,
  /** Who took it away: its texts are empty. */
  deletedBy: DeletedBy | null,
];
