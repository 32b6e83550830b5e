import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class SecondFactors1700000000004 extends StatementsMigration {
  readonly name = 'SecondFactors1700000000004';
  protected readonly statements = [
    `CREATE TABLE second_factors (
      person_id uuid PRIMARY KEY,
      sealed text NOT NULL,
      confirmed_at timestamptz,
      last_step bigint
    )`,
    `CREATE TABLE recovery_codes (
      person_id uuid NOT NULL,
      hash text NOT NULL,
      PRIMARY KEY (person_id, hash),
      CONSTRAINT recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES second_factors ON DELETE CASCADE
    )`,
  ];
}
