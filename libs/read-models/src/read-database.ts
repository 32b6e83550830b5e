import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { setTables, type DatabaseTables, type Migrations } from '#postgres/migrations/table-group.js';
import { projectionTables } from '#projection/projection.tables.js';
import { grantReading, isReadingDue } from './grant-reading.sql.js';
import { ReadV11700000000001 } from './migrations/0001-read-v1.js';
import { Erasure1700000000002 } from './migrations/0002-erasure.js';
import { Profiles1700000000003 } from './migrations/0003-profiles.js';
import { EndedSessions1700000000004 } from './migrations/0004-ended-sessions.js';
import { People1700000000005 } from './migrations/0005-people.js';
import { FollowingsOfErased1700000000006 } from './migrations/0006-followings-of-erased.js';
import { FollowingsByPair1700000000007 } from './migrations/0007-followings-by-pair.js';
import { NamesByHash1700000000009 } from './migrations/0009-names-by-hash.js';
import { ArticleActivity1700000000014 } from './migrations/0010-article-activity.js';
import { CommentsAsRows1700000000015 } from './migrations/0011-comments-as-rows.js';
import { SlugsOfSeveral1700000000016 } from './migrations/0012-slugs-of-several.js';
import { Commenters1700000000017 } from './migrations/0013-commenters.js';
import { SiteIdentity1700000000018 } from './migrations/0014-site-identity.js';
import { ShownSince1700000000019 } from './migrations/0015-shown-since.js';
import { ThreadVisits1700000000020 } from './migrations/0016-thread-visits.js';
import { ProjectorProcesses1700000000021 } from './migrations/0017-projector-processes.js';
import { SecondFactors1700000000022 } from './migrations/0018-second-factors.js';
import { LifeOfArticles1700000000023 } from './migrations/0019-life-of-articles.js';
import { WhoPublishes1700000000024 } from './migrations/0020-who-publishes.js';
import { Drafts1700000000025 } from './migrations/0021-drafts.js';
import { Sections1700000000026 } from './migrations/0022-sections.js';
import { Thesaurus1700000000027 } from './migrations/0023-thesaurus.js';
import { Search1700000000028 } from './migrations/0024-search.js';
import { FoldedStreams1700000000029 } from './migrations/0025-folded-streams.js';
import { RendererAndSources1700000000030 } from './migrations/0026-renderer-and-sources.js';
import { FormerPaths1700000000031 } from './migrations/0027-former-paths.js';
import { Muted1700000000032 } from './migrations/0028-muted.js';
import { EditedAndDeleted1700000000033 } from './migrations/0029-edited-and-deleted.js';
import { Closing1700000000037 } from './migrations/0030-closing.js';
import { defaultReadSet } from './read-set.js';

const readModels: Migrations = {
  migrations: [
    ReadV11700000000001,
    Erasure1700000000002,
    Profiles1700000000003,
    EndedSessions1700000000004,
    People1700000000005,
    FollowingsOfErased1700000000006,
    FollowingsByPair1700000000007,
    NamesByHash1700000000009,
    ArticleActivity1700000000014,
    CommentsAsRows1700000000015,
    SlugsOfSeveral1700000000016,
    Commenters1700000000017,
    SiteIdentity1700000000018,
    ShownSince1700000000019,
    ThreadVisits1700000000020,
    ProjectorProcesses1700000000021,
    SecondFactors1700000000022,
    LifeOfArticles1700000000023,
    WhoPublishes1700000000024,
    Drafts1700000000025,
    Sections1700000000026,
    Thesaurus1700000000027,
    Search1700000000028,
    FoldedStreams1700000000029,
    RendererAndSources1700000000030,
    FormerPaths1700000000031,
    Muted1700000000032,
    EditedAndDeleted1700000000033,
    Closing1700000000037,
  ],
  entities: () => import('./read.entities.js'),
};

/**
 * The tables of a set of read models, all in a schema of its own. The list of migrations is in it too, so a dropped
 * schema is created again at the projector's next start, and the set is rebuilt.
 */
export const readDatabaseOf = (set: string): DatabaseTables => ({
  lock: 7_204_104,
  groups: [setTables(set, 'read_migrations', [projectionTables, readModels])],
  // The gateway's role may have been created after the tables, and tables after the role.
  upkeep: { isDueWhen: isReadingDue(set), statement: grantReading(set) },
});

/** Migrates a set's schema to the newest version. @throws as `migrateDatabase`. */
export const migrateReadDatabase = (url: string, set = defaultReadSet): Promise<string[]> =>
  migrateDatabase(url, readDatabaseOf(set), { name: 'projector' });
