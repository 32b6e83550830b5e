import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * What a published article lives through: revisions, slugs it had, tags to list it by, favourites, its withdrawal. A
 * projector of the version before leaves an article out of the tags; its successor fills those in when it takes over.
 */
export class LifeOfArticles1700000000023 extends StatementsMigration {
  readonly name = 'LifeOfArticles1700000000023';
  readonly transaction = false;
  protected readonly statements = [
    `ALTER TABLE article_page ADD COLUMN IF NOT EXISTS remark text, ADD COLUMN IF NOT EXISTS remark_html text,
      ADD COLUMN IF NOT EXISTS in_tags boolean NOT NULL DEFAULT false`,
    `CREATE TABLE IF NOT EXISTS article_slug (
      slug text NOT NULL,
      article_id uuid NOT NULL,
      PRIMARY KEY (slug, article_id)
    )`,
    `CREATE TABLE IF NOT EXISTS article_tag (
      article_id uuid NOT NULL,
      tag text NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (article_id, tag)
    )`,
    `CREATE INDEX IF NOT EXISTS article_tag_newest ON article_tag (tag, published_at, article_id)`,
    `CREATE TABLE IF NOT EXISTS favorite (
      article_id uuid NOT NULL,
      person_id uuid NOT NULL,
      favorited_at timestamptz NOT NULL,
      PRIMARY KEY (article_id, person_id)
    )`,
    `CREATE INDEX IF NOT EXISTS favorite_by_person ON favorite (person_id, article_id)`,
    `CREATE TABLE IF NOT EXISTS withdrawn_article (
      article_id uuid PRIMARY KEY,
      reason text,
      withdrawn_at timestamptz NOT NULL
    )`,
    `WITH unfilled AS (
        SELECT article_id, tag_list, published_at FROM article_page WHERE NOT in_tags FOR UPDATE SKIP LOCKED
      ), filled AS (
        INSERT INTO article_tag (article_id, tag, published_at)
        SELECT DISTINCT article_id, tag, published_at FROM unfilled, jsonb_array_elements_text(tag_list) AS tag
        ON CONFLICT (article_id, tag) DO NOTHING
      )
      UPDATE article_page SET in_tags = true FROM unfilled WHERE article_page.article_id = unfilled.article_id`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await createIndexConcurrently(runner, 'article_page_not_in_tags', 'article_page (article_id) WHERE NOT in_tags');
    await createIndexConcurrently(
      runner,
      'article_page_newest_of_author',
      'article_page (author_id, published_at, article_id)',
    );
    // The one above begins with its column.
    await runner.query('DROP INDEX IF EXISTS article_page_by_author');
  }
}
