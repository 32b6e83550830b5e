import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class WhoPublishes1700000000024 extends StatementsMigration {
  readonly name = 'WhoPublishes1700000000024';
  protected readonly statements = [`ALTER TABLE site_identity ADD COLUMN IF NOT EXISTS publishing text`];
}
