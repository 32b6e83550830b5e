import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** An id of each build of a set, which tells versions of two builds apart. */
export class SetBuild1700000000013 extends StatementsMigration {
  readonly name = 'SetBuild1700000000013';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS set_build (id uuid PRIMARY KEY)`,
    `INSERT INTO set_build (id) SELECT gen_random_uuid() WHERE NOT EXISTS (SELECT FROM set_build)`,
  ];
}
