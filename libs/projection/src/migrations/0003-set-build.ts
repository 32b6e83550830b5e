import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** An id for each time a set is built, by which versions of two buildings are told apart. */
export class SetBuild1700000000013 extends StatementsMigration {
  readonly name = 'SetBuild1700000000013';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS set_build (id uuid PRIMARY KEY)`,
    `INSERT INTO set_build (id) SELECT gen_random_uuid() WHERE NOT EXISTS (SELECT FROM set_build)`,
  ];
}
