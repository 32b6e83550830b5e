import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class SiteIdentity1700000000018 extends StatementsMigration {
  readonly name = 'SiteIdentity1700000000018';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS site_identity (
      id text PRIMARY KEY,
      name text,
      motto text,
      language text,
      time_zone text,
      rules text,
      rules_html text,
      rules_updated_at timestamptz,
      imprint text,
      imprint_html text,
      imprint_updated_at timestamptz,
      privacy text,
      privacy_html text,
      privacy_updated_at timestamptz,
      updated_at timestamptz NOT NULL
    )`,
  ];
}
