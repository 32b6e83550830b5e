import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Erased people neither follow nor are followed; this deletes such rows that are older than the rule. */
export class FollowingsOfErased1700000000006 extends StatementsMigration {
  readonly name = 'FollowingsOfErased1700000000006';
  protected readonly statements = [
    `CREATE INDEX IF NOT EXISTS following_followed ON following (followed_id)`,
    `DELETE FROM following USING erased_person WHERE person_id IN (follower_id, followed_id)`,
  ];
}
