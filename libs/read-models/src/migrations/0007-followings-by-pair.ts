import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** A following now tells whether the pair's own stream has set it; the follower's stream cannot undo that. */
export class FollowingsByPair1700000000007 extends StatementsMigration {
  readonly name = 'FollowingsByPair1700000000007';
  protected readonly statements = [
    'ALTER TABLE following ADD COLUMN IF NOT EXISTS by_pair boolean NOT NULL DEFAULT false',
  ];
}
