import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class SecondFactors1700000000021 extends StatementsMigration {
  readonly name = 'SecondFactors1700000000021';
  protected readonly statements = [
    `ALTER TABLE known_person ADD COLUMN IF NOT EXISTS second_factor boolean NOT NULL DEFAULT false`,
  ];
}
