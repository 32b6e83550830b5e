import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class Erasure1700000000002 extends StatementsMigration {
  readonly name = 'Erasure1700000000002';
  protected readonly statements = [
    `ALTER TABLE commenter ADD COLUMN IF NOT EXISTS erasure_due_at timestamptz`,
    `CREATE TABLE IF NOT EXISTS erased_person (person_id uuid PRIMARY KEY)`,
    `CREATE INDEX IF NOT EXISTS comment_thread_by_person ON comment_thread (person_id, comment_id)`,
  ];
}
