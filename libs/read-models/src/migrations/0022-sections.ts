import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Sections, and which of them an article is filed in. */
export class Sections1700000000026 extends StatementsMigration {
  readonly name = 'Sections1700000000026';
  readonly transaction = false;
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS section (
      section_id uuid PRIMARY KEY,
      slug text NOT NULL,
      name text NOT NULL,
      description text NOT NULL,
      position int NOT NULL,
      is_open boolean NOT NULL,
      former_slugs jsonb NOT NULL
    )`,
    `ALTER TABLE article_page ADD COLUMN IF NOT EXISTS section_id uuid`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await createIndexConcurrently(
      runner,
      'article_page_newest_of_section',
      'article_page (section_id, published_at, article_id)',
    );
  }
}
