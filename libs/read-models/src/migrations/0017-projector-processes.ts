import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class ProjectorProcesses1700000000021 extends StatementsMigration {
  readonly name = 'ProjectorProcesses1700000000021';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS projector_process (
      process_id uuid PRIMARY KEY,
      host text NOT NULL,
      version text NOT NULL,
      ready boolean NOT NULL,
      checks jsonb NOT NULL,
      lag bigint,
      seen_at timestamptz NOT NULL DEFAULT now()
    )`,
  ];
}
