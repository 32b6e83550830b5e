import { eventStoreTables, serviceDatabaseLock } from '#event-store/schema/event-store.tables.js';
import { knownPeopleTables } from '#known-people/known-people.tables.js';
import type { DatabaseTables, TableGroup } from '#postgres/migrations/table-group.js';
import { listeningSchema } from './listening/listening-schema.js';
import { KnownArticles1700000000011 } from './listening/migrations/0001-known-articles.js';
import { Closing1700000000036 } from './listening/migrations/0002-closing.js';
import { Comments1700000000001 } from './migrations/0001-comments.js';

/** The sequence of comment numbers, and the imported comments. */
export const ownTables: TableGroup = {
  schema: 'public',
  migrationsTable: 'comments_migrations',
  migrations: [Comments1700000000001],
  entities: () => import('./import-comments/imported-comment.entity.js'),
};

/** The data that comments replicates about people, articles and the site. */
export const listeningTables: TableGroup = knownPeopleTables(listeningSchema, {
  migrations: [KnownArticles1700000000011, Closing1700000000036],
  entities: () => import('./listening/listening.entities.js'),
});

/** All table groups of the comments database. */
export const commentsDatabase: DatabaseTables = {
  lock: serviceDatabaseLock,
  groups: [eventStoreTables, ownTables, listeningTables],
};
