/** The databases of an installation; each is called `broadside_<name>`. */
export const databases = ['articles', 'comments', 'users', 'keyring', 'read'] as const;
export type Database = (typeof databases)[number];

export const databaseName = (database: Database): string => `broadside_${database}`;

/** The roles that services sign in as. */
export const roles = ['articles', 'comments', 'users', 'projector', 'gateway'] as const;
export type Role = (typeof roles)[number];

/** The gateway's role is named after its rights. */
export const roleName = (role: Role): string => (role === 'gateway' ? 'gateway_reader' : `broadside_${role}`);

/** Nobody signs in as it. It owns the keyring, of which each service has a part of the rights. */
export const keyringOwner = 'broadside_keyring';

/** The owner of each database, which creates its tables. */
export const ownerOf: Record<Database, string> = {
  articles: roleName('articles'),
  comments: roleName('comments'),
  users: roleName('users'),
  keyring: keyringOwner,
  read: roleName('projector'),
};

/** The roles that may connect to each database; others may not, whatever their other rights on the server. */
export const whoEnters: Record<Database, readonly Role[]> = {
  articles: ['articles'],
  comments: ['comments'],
  users: ['users'],
  keyring: ['articles', 'comments', 'users', 'projector'],
  read: ['projector', 'gateway'],
};

/** Each role's rights in the keyring: one that only reads can neither create nor destroy keys. */
export const keyringRights: Record<string, readonly Role[]> = {
  'SELECT ON person_keys': ['articles', 'comments', 'users', 'projector'],
  'INSERT, UPDATE ON person_keys': ['users', 'projector'],
  'SELECT, INSERT, UPDATE ON erasures_replayed': ['users', 'projector'],
  'SELECT, INSERT ON month_keys': ['comments', 'users'],
  'UPDATE ON month_keys': ['users'],
  // To check that no migration is pending.
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
