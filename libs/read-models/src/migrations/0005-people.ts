import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

export class People1700000000005 extends StatementsMigration {
  readonly name = 'People1700000000005';
  protected readonly statements = [
    `ALTER TABLE commenter
      ADD COLUMN IF NOT EXISTS nick text, ADD COLUMN IF NOT EXISTS linked_to uuid,
      ADD COLUMN IF NOT EXISTS sanctions jsonb NOT NULL DEFAULT '{}'`,
    `CREATE INDEX IF NOT EXISTS commenter_linked_to ON commenter (linked_to) WHERE linked_to IS NOT NULL`,
    `CREATE TABLE IF NOT EXISTS nick_history (
      person_id uuid NOT NULL,
      version integer NOT NULL,
      kind text NOT NULL,
      name text,
      since timestamptz NOT NULL,
      PRIMARY KEY (person_id, version)
    )`,
    `CREATE TABLE IF NOT EXISTS person_history (
      person_id uuid NOT NULL,
      version integer NOT NULL,
      type text NOT NULL,
      actor_id uuid,
      happened_at timestamptz NOT NULL,
      reason text,
      note text,
      until timestamptz,
      role text,
      other_id uuid,
      PRIMARY KEY (person_id, version)
    )`,
    `CREATE TABLE IF NOT EXISTS address_range (
      range_id uuid PRIMARY KEY,
      network cidr NOT NULL,
      sanctions jsonb NOT NULL,
      version integer NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS address_range_network ON address_range USING gist (network inet_ops)`,
    `ALTER TABLE comment_thread ADD COLUMN IF NOT EXISTS held_because text`,
    `CREATE INDEX IF NOT EXISTS comment_thread_held ON comment_thread (posted_at, comment_id)
      WHERE held_because IS NOT NULL`,
  ];
}
