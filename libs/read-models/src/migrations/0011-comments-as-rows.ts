import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** A comment in three tables: how it stands, when it was shown, and what it says. They are filled from the topics. */
export class CommentsAsRows1700000000015 extends StatementsMigration {
  readonly name = 'CommentsAsRows1700000000015';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS read_v1.comment_state (
      comment_id bigint PRIMARY KEY,
      article_id uuid NOT NULL,
      parent_id bigint,
      person_id uuid NOT NULL,
      kind text NOT NULL,
      posted_at timestamptz NOT NULL,
      imported boolean NOT NULL,
      version integer NOT NULL,
      shown boolean NOT NULL,
      held_because text
    )`,
    `CREATE INDEX IF NOT EXISTS comment_state_thread ON read_v1.comment_state (article_id, posted_at, comment_id)
      WHERE shown`,
    `CREATE INDEX IF NOT EXISTS comment_state_by_person ON read_v1.comment_state (person_id, comment_id)`,
    `CREATE INDEX IF NOT EXISTS comment_state_held ON read_v1.comment_state (posted_at, comment_id)
      WHERE held_because IS NOT NULL`,
    `CREATE TABLE IF NOT EXISTS read_v1.comment_shown (
      comment_id bigint NOT NULL,
      "from" timestamptz NOT NULL,
      until timestamptz,
      version integer NOT NULL,
      why text,
      PRIMARY KEY (comment_id, "from")
    )`,
    `CREATE TABLE IF NOT EXISTS read_v1.comment_text (
      comment_id bigint NOT NULL,
      version integer NOT NULL,
      name text NOT NULL,
      website text,
      body text NOT NULL,
      body_html text NOT NULL,
      format text NOT NULL,
      PRIMARY KEY (comment_id, version)
    )`,
  ];
}
