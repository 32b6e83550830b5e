import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AddressRangeRow } from './address-range/address-range.entity.js';
import { ArticlePageRow } from './article-page/article-page.entity.js';
import { CommentCountRow } from './comment-thread/comment-count.entity.js';
import { CommentThreadRow } from './comment-thread/comment-thread.entity.js';
import { CommenterRow } from './commenter/commenter.entity.js';
import { CommentsByPersonRow } from './commenter/comments-by-person.entity.js';
import { ErasedPersonRow } from './erased-person/erased-person.entity.js';
import { ReadV11700000000001 } from './migrations/0001-read-v1.js';
import { Erasure1700000000002 } from './migrations/0002-erasure.js';
import { Profiles1700000000003 } from './migrations/0003-profiles.js';
import { EndedSessions1700000000004 } from './migrations/0004-ended-sessions.js';
import { People1700000000005 } from './migrations/0005-people.js';
import { FollowingsOfErased1700000000006 } from './migrations/0006-followings-of-erased.js';
import { FollowingsByPair1700000000007 } from './migrations/0007-followings-by-pair.js';
import { ProjectionEngine1700000000008 } from './migrations/0008-projection-engine.js';
import { NamesByHash1700000000009 } from './migrations/0009-names-by-hash.js';
import { NickHistoryRow } from './nick-history/nick-history.entity.js';
import { PersonHistoryRow } from './person-history/person-history.entity.js';
import { FollowingRow } from './profile/following.entity.js';
import { grantReading } from './grant-reading.sql.js';
import { EndedSessionRow } from './session/ended-session.entity.js';

const migrationLock = 7_204_104;

/** The read database as TypeORM sees it. */
export const readDatabase = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [
      ArticlePageRow,
      CommentThreadRow,
      CommentCountRow,
      CommenterRow,
      CommentsByPersonRow,
      ErasedPersonRow,
      FollowingRow,
      NickHistoryRow,
      PersonHistoryRow,
      EndedSessionRow,
      AddressRangeRow,
    ],
    migrations: [
      ReadV11700000000001,
      Erasure1700000000002,
      Profiles1700000000003,
      EndedSessions1700000000004,
      People1700000000005,
      FollowingsOfErased1700000000006,
      FollowingsByPair1700000000007,
      ProjectionEngine1700000000008,
      NamesByHash1700000000009,
    ],
    // In the schema itself: whoever drops it gets it back at the projector's next start.
    schema: 'read_v1',
    migrationsTableName: 'read_migrations',
  });

/** Brings the read database to the newest schema; replicas may do so at the same moment. */
export async function migrateReadDatabase(url: string): Promise<void> {
  // A replica that changes the schema takes seconds; one that hangs is told of, by the error of whoever waits for it.
  const guard = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, lock_timeout: 60_000 });
  guard.on('error', () => undefined);
  await guard.connect();
  const source = readDatabase(url);
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await guard.query('CREATE SCHEMA IF NOT EXISTS read_v1');
    await source.initialize();
    await source.runMigrations();
    await guard.query(grantReading);
  } finally {
    if (source.isInitialized) await source.destroy();
    await guard.end();
  }
}
