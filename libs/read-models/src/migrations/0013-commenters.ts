import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** What readers see of the people who comment: the staff's roles, and what somebody wrote, newest first. */
export class Commenters1700000000017 extends StatementsMigration {
  readonly name = 'Commenters1700000000017';
  protected readonly statements = [
    `CREATE INDEX IF NOT EXISTS commenter_staff ON commenter (person_id)
      WHERE roles ?| '{editor,moderator,admin}'::text[]`,
    `CREATE INDEX IF NOT EXISTS comment_state_shown_by_person ON comment_state (person_id, posted_at, comment_id)
      WHERE shown`,
  ];
}
