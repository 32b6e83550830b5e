import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Nobody follows who is erased, nor is followed by them: not in rows that are older than this rule either. */
export class FollowingsOfErased1700000000006 extends StatementsMigration {
  readonly name = 'FollowingsOfErased1700000000006';
  protected readonly statements = [
    `CREATE INDEX IF NOT EXISTS following_followed ON following (followed_id)`,
    `DELETE FROM following USING erased_person WHERE person_id IN (follower_id, followed_id)`,
  ];
}
