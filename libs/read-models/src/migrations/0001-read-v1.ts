import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class ReadV11700000000001 extends StatementsMigration {
  readonly name = 'ReadV11700000000001';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS article_page (
      article_id uuid PRIMARY KEY,
      slug text NOT NULL UNIQUE,
      title text NOT NULL,
      description text NOT NULL,
      body text NOT NULL,
      body_html text NOT NULL,
      format text NOT NULL,
      tag_list jsonb NOT NULL,
      author_id uuid NOT NULL,
      source jsonb,
      comments_closed boolean NOT NULL,
      published_at timestamptz NOT NULL,
      updated_at timestamptz NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS article_page_newest ON article_page (published_at, article_id)`,
    `CREATE TABLE IF NOT EXISTS comment_thread (
      comment_id bigint PRIMARY KEY,
      article_id uuid NOT NULL,
      parent_id bigint,
      person_id uuid NOT NULL,
      kind text NOT NULL,
      name text NOT NULL,
      website text,
      body text NOT NULL,
      body_html text NOT NULL,
      format text NOT NULL,
      posted_at timestamptz NOT NULL,
      imported boolean NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS comment_thread_order ON comment_thread (article_id, posted_at, comment_id)`,
    `CREATE TABLE IF NOT EXISTS comment_count (
      article_id uuid PRIMARY KEY,
      count integer NOT NULL,
      last_posted_at timestamptz NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS commenter (
      person_id uuid PRIMARY KEY,
      kind text NOT NULL,
      name text NOT NULL,
      email text,
      website text,
      roles jsonb NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS comments_by_person (
      person_id uuid NOT NULL,
      partition integer NOT NULL,
      count integer NOT NULL,
      PRIMARY KEY (person_id, partition)
    )`,
  ];
}
