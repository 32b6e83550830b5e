import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';

/** The slug of an article that was imported before is found by its article: each imported portion looks for them. */
export class SlugsOfArticle1700000000016 implements MigrationInterface {
  name = 'SlugsOfArticle1700000000016';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexConcurrently(runner, 'slugs_of_article', 'slugs (article_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX slugs_of_article');
  }
}
