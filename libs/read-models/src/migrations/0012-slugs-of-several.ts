import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** The write side keeps slugs unique. Here a partition may be read before the other in which the slug was given up. */
export class SlugsOfSeveral1700000000016 extends StatementsMigration {
  readonly name = 'SlugsOfSeveral1700000000016';
  readonly transaction = false;
  readonly safeBecause = 'nobody names the constraint, and the index is there in its place';
  protected readonly statements = ['ALTER TABLE article_page DROP CONSTRAINT IF EXISTS article_page_slug_key'];

  override async up(runner: QueryRunner): Promise<void> {
    await createIndexConcurrently(runner, 'article_page_by_slug', 'article_page (slug, article_id)');
    await super.up(runner);
  }
}
