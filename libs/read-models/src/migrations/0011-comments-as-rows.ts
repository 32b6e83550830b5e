import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/**
 * Splits a comment into three tables: its state, when it was shown, and its texts. They are filled from the one table
 * of the version before. That table did not say when a held comment was approved, so such a comment counts as shown
 * since it was posted, until the set is rebuilt. After the migration a projector of the older version would write rows
 * that nobody reads; it gets the error that the database is read-only, so it rolls its batch back and waits until its
 * successor takes the partition over.
 */
export class CommentsAsRows1700000000015 extends StatementsMigration {
  readonly name = 'CommentsAsRows1700000000015';
  readonly safeBecause =
    'its projector waits for its end, as for a database that is away; its gateway goes on reading what was there';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS comment_state (
      comment_id bigint PRIMARY KEY,
      article_id uuid NOT NULL,
      parent_id bigint,
      person_id uuid NOT NULL,
      kind text NOT NULL,
      posted_at timestamptz NOT NULL,
      imported boolean NOT NULL,
      version integer NOT NULL,
      bytes integer NOT NULL,
      shown boolean NOT NULL,
      held_because text
    )`,
    `CREATE INDEX IF NOT EXISTS comment_state_thread ON comment_state
      (article_id, posted_at, comment_id, version, parent_id, person_id, kind, bytes) WHERE shown`,
    `CREATE INDEX IF NOT EXISTS comment_state_by_person ON comment_state (person_id, comment_id)`,
    `CREATE INDEX IF NOT EXISTS comment_state_held ON comment_state (posted_at, comment_id)
      WHERE held_because IS NOT NULL`,
    `CREATE TABLE IF NOT EXISTS comment_shown (
      comment_id bigint NOT NULL,
      "from" timestamptz NOT NULL,
      until timestamptz,
      version integer NOT NULL,
      why text,
      PRIMARY KEY (comment_id, "from")
    )`,
    `CREATE TABLE IF NOT EXISTS comment_text (
      comment_id bigint NOT NULL,
      version integer NOT NULL,
      name text NOT NULL,
      website text,
      body text NOT NULL,
      body_html text NOT NULL,
      format text NOT NULL,
      PRIMARY KEY (comment_id, version)
    )`,
    `CREATE OR REPLACE FUNCTION refuse_comment_thread() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE 'comments are stored in three tables by a newer version: stop this replica' USING ERRCODE = '25006';
    END $$`,
    // The lock waits for writers, and then blocks them until the migration ends, so no row is missed below.
    `CREATE TRIGGER comment_thread_is_past BEFORE INSERT OR UPDATE ON comment_thread
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_comment_thread()`,
    `INSERT INTO comment_state
      SELECT comment_id, article_id, parent_id, person_id, kind, posted_at, imported, 1,
        octet_length(body) + octet_length(body_html), held_because IS NULL, held_because
      FROM comment_thread`,
    `INSERT INTO comment_shown SELECT comment_id, posted_at, NULL, 1, held_because FROM comment_thread`,
    `INSERT INTO comment_text
      SELECT comment_id, 1, name, website, body, body_html, format FROM comment_thread`,
    `CREATE INDEX IF NOT EXISTS commenter_linked ON commenter (person_id, linked_to) WHERE linked_to IS NOT NULL`,
  ];
}
