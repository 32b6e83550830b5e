import type { TablesOfDatabases } from '#installation/set-up-databases.js';
import { keyringDatabase } from '#keyring/keyring.tables.js';
import { readDatabaseOf } from '#read-models/read-database.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { articlesDatabase } from '../../apps/articles/src/articles.tables.js';
import { commentsDatabase } from '../../apps/comments/src/comments.tables.js';
import { usersDatabase } from '../../apps/users/src/users.tables.js';

/** All tables of this version in Postgres, with this set of read models. */
export const tablesWith = (readSet: string): TablesOfDatabases => ({
  articles: articlesDatabase,
  comments: commentsDatabase,
  users: usersDatabase,
  keyring: keyringDatabase,
  read: readDatabaseOf(readSet),
});

export const tablesOfDatabases = tablesWith(defaultReadSet);
