import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Texts that replaced others, comments that were taken away, and for how long the site lets a comment be edited. */
export class EditedAndDeleted1700000000033 extends StatementsMigration {
  readonly name = 'EditedAndDeleted1700000000033';
  readonly transaction = false;
  protected readonly statements = [
    'ALTER TABLE comment_state ADD COLUMN IF NOT EXISTS deleted boolean NOT NULL DEFAULT false',
    'ALTER TABLE comment_text ADD COLUMN IF NOT EXISTS edited_at timestamptz',
    'ALTER TABLE comment_text ADD COLUMN IF NOT EXISTS deleted_by text',
    'ALTER TABLE site_identity ADD COLUMN IF NOT EXISTS edit_minutes integer',
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await createIndexConcurrently(
      runner,
      'comment_state_replies',
      'comment_state (parent_id) WHERE shown AND parent_id IS NOT NULL',
    );
  }
}
