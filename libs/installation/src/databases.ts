/** The databases of an installation; each is called `broadside_<name>`. */
export const databases = ['articles', 'comments', 'users', 'keyring', 'read'] as const;
export type Database = (typeof databases)[number];

export const databaseName = (database: Database): string => `broadside_${database}`;

/** The roles that services sign in as. */
export const roles = ['articles', 'comments', 'users', 'projector', 'gateway'] as const;
export type Role = (typeof roles)[number];

/** The gateway's is called by what it may. */
export const roleName = (role: Role): string => (role === 'gateway' ? 'gateway_reader' : `broadside_${role}`);

/** Nobody signs in as it: what all are given a part of is nobody's own. */
export const keyringOwner = 'broadside_keyring';

/** Whose each database is: its owner makes its tables. */
export const ownerOf: Record<Database, string> = {
  articles: roleName('articles'),
  comments: roleName('comments'),
  users: roleName('users'),
  keyring: keyringOwner,
  read: roleName('projector'),
};

/** Who may enter each database; nobody else, whatever else they may on the server. */
export const whoEnters: Record<Database, readonly Role[]> = {
  articles: ['articles'],
  comments: ['comments'],
  users: ['users'],
  keyring: ['articles', 'comments', 'users', 'projector'],
  read: ['projector', 'gateway'],
};

/** What each may do in the keyring: who only reads makes no keys, and destroys none. */
export const keyringRights: Record<string, readonly Role[]> = {
  'SELECT ON person_keys': ['articles', 'comments', 'users', 'projector'],
  'INSERT, UPDATE ON person_keys': ['users', 'projector'],
  'SELECT, INSERT, UPDATE ON erasures_replayed': ['users', 'projector'],
  'SELECT, INSERT ON month_keys': ['comments', 'users'],
  'UPDATE ON month_keys': ['users'],
  // To see that nothing is left to be run.
  'SELECT ON keyring_migrations': ['articles', 'comments', 'users', 'projector'],
};

/** A database of a server. @param server any URL of it. */
export function databaseUrl(server: string, database: Database): string {
  const url = new URL(server);
  url.pathname = `/${databaseName(database)}`;
  return url.href;
}

/** The same URL with this password. */
export function withPassword(server: string, password: string): string {
  const url = new URL(server);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** A database as a role signs in to it. @param server any URL of the server. */
export function urlOf(server: string, database: Database, role: Role, password: string): string {
  const url = new URL(databaseUrl(server, database));
  url.username = roleName(role);
  return withPassword(url.href, password);
}
