import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class EndedSessions1700000000004 extends StatementsMigration {
  readonly name = 'EndedSessions1700000000004';
  protected readonly statements = [`CREATE TABLE IF NOT EXISTS ended_session (session_id uuid PRIMARY KEY)`];
}
