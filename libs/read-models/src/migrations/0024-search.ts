import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * What is searched. Documents of what is there already are made by the projector, in portions: words are not split in
 * Postgres. The list of entries that wait for the index is short, because each search reads all of it.
 */
export class Search1700000000028 extends StatementsMigration {
  readonly name = 'Search1700000000028';
  readonly transaction = false;
  protected readonly statements = [
    'CREATE SCHEMA IF NOT EXISTS extensions',
    'CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions',
    `CREATE TABLE IF NOT EXISTS search_document (
      article_id uuid NOT NULL,
      comment_id bigint NOT NULL,
      at timestamptz NOT NULL,
      changed_at timestamptz,
      words tsvector NOT NULL,
      PRIMARY KEY (article_id, comment_id)
    )`,
    `CREATE INDEX IF NOT EXISTS search_document_words ON search_document USING gin (words)
      WITH (gin_pending_list_limit = 1024)`,
    `CREATE TABLE IF NOT EXISTS search_filling (
      kind text PRIMARY KEY,
      last text NOT NULL
    )`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const on = 'article_page USING gin (title extensions.gin_trgm_ops)';
    await createIndexConcurrently(runner, 'article_page_by_title', on);
  }
}
