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
];
