import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** A following says whether the pair's own stream has spoken, which the follower's stream cannot take back. */
export class FollowingsByPair1700000000007 extends StatementsMigration {
  readonly name = 'FollowingsByPair1700000000007';
  protected readonly statements = [
    'ALTER TABLE following ADD COLUMN IF NOT EXISTS by_pair boolean NOT NULL DEFAULT false',
  ];
}
