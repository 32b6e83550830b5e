import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class SecondFactors1700000000022 extends StatementsMigration {
  readonly name = 'SecondFactors1700000000022';
  protected readonly statements = [
    `ALTER TABLE commenter ADD COLUMN IF NOT EXISTS second_factor boolean NOT NULL DEFAULT false`,
  ];
}
