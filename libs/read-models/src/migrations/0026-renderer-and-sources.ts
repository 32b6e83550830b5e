import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

// As source-key.sql.ts had it then.
const sourceKey = `coalesce(
  left(substring(lower(source ->> 'url') from '^https?://(?:[^/?#@]*@)?(?:www\\.)?([^/?#:@]+)'), 253),
  nullif(trim(both '-' from left(regexp_replace(lower(source ->> 'name'), '[\\s/?#%\\\\]+', '-', 'g'), 100)), ''))`;

/** An index of the lists of a source. Which renderer made the stored HTML, so that a newer one finds what is to be rendered anew. */
export class RendererAndSources1700000000030 extends StatementsMigration {
  readonly name = 'RendererAndSources1700000000030';
  readonly transaction = false;
  protected readonly statements = [
    `ALTER TABLE article_page ADD COLUMN IF NOT EXISTS renderer smallint NOT NULL DEFAULT 1,
      ADD COLUMN IF NOT EXISTS house_entries jsonb`,
    `ALTER TABLE comment_text ADD COLUMN IF NOT EXISTS renderer smallint NOT NULL DEFAULT 1`,
    `ALTER TABLE site_identity ADD COLUMN IF NOT EXISTS renderer smallint NOT NULL DEFAULT 1`,
  ];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await createIndexConcurrently(runner, 'article_page_renderer', 'article_page (renderer)');
    await createIndexConcurrently(runner, 'comment_text_renderer', 'comment_text (renderer)');
    await createIndexConcurrently(
      runner,
      'article_page_newest_of_source',
      `article_page ((${sourceKey}), published_at, article_id)`,
    );
  }
}
