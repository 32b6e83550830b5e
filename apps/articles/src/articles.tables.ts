import { eventStoreTables, serviceDatabaseLock } from '#event-store/schema/event-store.tables.js';
import { knownPeopleTables } from '#known-people/known-people.tables.js';
import type { DatabaseTables, TableGroup } from '#postgres/migrations/table-group.js';
import { listeningSchema } from './listening/listening-schema.js';
import { Articles1700000000001 } from './migrations/0001-articles.js';
import { ScheduledArticles1700000000020 } from './migrations/0004-scheduled-articles.js';
import { Sections1700000000021 } from './migrations/0005-sections.js';
import { TriedDrafts1700000000023 } from './migrations/0007-tried-drafts.js';
import { WhoPublishes1700000000019 } from './migrations/0003-who-publishes.js';
import { SlugsOfArticle1700000000016 } from './migrations/0002-slugs-of-article.js';

/** Tables for uniqueness across articles. */
export const ownTables: TableGroup = {
  schema: 'public',
  migrationsTable: 'articles_migrations',
  migrations: [
    Articles1700000000001,
    SlugsOfArticle1700000000016,
    WhoPublishes1700000000019,
    ScheduledArticles1700000000020,
    Sections1700000000021,
    TriedDrafts1700000000023,
  ],
  entities: () => import('./articles.entities.js'),
};

/** All table groups of the articles database. */
export const articlesDatabase: DatabaseTables = {
  lock: serviceDatabaseLock,
  groups: [eventStoreTables, ownTables, knownPeopleTables(listeningSchema)],
};
