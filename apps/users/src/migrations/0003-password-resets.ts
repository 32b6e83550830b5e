import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Links by which somebody gets another password, and the mails that bring them. */
export class PasswordResets1700000000003 extends StatementsMigration {
  readonly name = 'PasswordResets1700000000003';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS password_resets (
      email_hash text PRIMARY KEY,
      id uuid NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      mail_due_at timestamptz
    )`,
    `CREATE UNIQUE INDEX IF NOT EXISTS password_resets_id ON password_resets (id)`,
    `CREATE INDEX IF NOT EXISTS password_resets_mail_due ON password_resets (mail_due_at) WHERE mail_due_at IS NOT NULL`,
  ];
}
