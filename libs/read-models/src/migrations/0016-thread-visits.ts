import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class ThreadVisits1700000000020 extends StatementsMigration {
  readonly name = 'ThreadVisits1700000000020';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS thread_visit (
      article_id uuid NOT NULL,
      person_id uuid NOT NULL,
      up_to timestamptz NOT NULL,
      PRIMARY KEY (article_id, person_id)
    )`,
    `CREATE INDEX IF NOT EXISTS thread_visit_by_person ON thread_visit (person_id, article_id)`,
  ];
}
