import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** What readers see of the people who comment: the staff's roles. */
export class Commenters1700000000017 extends StatementsMigration {
  readonly name = 'Commenters1700000000017';
  protected readonly statements = [
    `CREATE INDEX IF NOT EXISTS commenter_staff ON commenter (person_id)
      WHERE roles ?| '{editor,moderator,admin}'::text[]`,
  ];
}
