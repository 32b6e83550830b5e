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
  /** When it became visible. */
  shownAt: string,
];
