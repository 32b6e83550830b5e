import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * Since when a comment is shown stands beside its state, for threads and for what is new to a reader. A projector of the
 * version before leaves it null; its successor fills those rows when it takes over.
 */
export class ShownSince1700000000019 extends StatementsMigration {
  readonly name = 'ShownSince1700000000019';
  readonly transaction = false;
  protected readonly statements = [
    'ALTER TABLE comment_state ADD COLUMN IF NOT EXISTS shown_since timestamptz',
    `UPDATE comment_state AS state SET shown_since = open."from" FROM comment_shown AS open
      WHERE shown AND shown_since IS NULL AND open.comment_id = state.comment_id AND open.until IS NULL`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await createIndexConcurrently(
      runner,
      'comment_state_of_thread',
      `comment_state (article_id, posted_at, comment_id, version, parent_id, person_id, kind, bytes, shown_since)
        WHERE shown`,
    );
    await createIndexConcurrently(
      runner,
      'comment_state_news',
      'comment_state (article_id, shown_since, person_id) WHERE shown',
    );
    await createIndexConcurrently(
      runner,
      'comment_state_unfilled',
      'comment_state (comment_id) WHERE shown AND shown_since IS NULL',
    );
    // The one above has its columns, and one more.
    await runner.query('DROP INDEX IF EXISTS comment_state_thread');
  }
}
