import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE read_v1.commenter
    ADD COLUMN IF NOT EXISTS nick text, ADD COLUMN IF NOT EXISTS linked_to uuid,
    ADD COLUMN IF NOT EXISTS sanctions jsonb NOT NULL DEFAULT '{}'`,
  `CREATE INDEX IF NOT EXISTS commenter_linked_to ON read_v1.commenter (linked_to) WHERE linked_to IS NOT NULL`,
  `CREATE TABLE IF NOT EXISTS read_v1.nick_history (
    person_id uuid NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    name text,
    since timestamptz NOT NULL,
    PRIMARY KEY (person_id, version)
  )`,
  `CREATE TABLE IF NOT EXISTS read_v1.person_history (
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
  `CREATE TABLE IF NOT EXISTS read_v1.address_range (
    range_id uuid PRIMARY KEY,
    network cidr NOT NULL,
    sanctions jsonb NOT NULL,
    version integer NOT NULL
  )`,
  `CREATE INDEX IF NOT EXISTS address_range_network ON read_v1.address_range USING gist (network inet_ops)`,
  `ALTER TABLE read_v1.comment_thread ADD COLUMN IF NOT EXISTS held_because text`,
  `CREATE INDEX IF NOT EXISTS comment_thread_held ON read_v1.comment_thread (posted_at, comment_id)
    WHERE held_because IS NOT NULL`,
  `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader') THEN
      GRANT SELECT ON read_v1.nick_history, read_v1.person_history, read_v1.address_range TO gateway_reader;
    END IF;
  END $$`,
];

export class People1700000000005 implements MigrationInterface {
  name = 'People1700000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_v1.comment_thread DROP COLUMN held_because');
    await queryRunner.query('DROP TABLE read_v1.nick_history, read_v1.person_history, read_v1.address_range');
    await queryRunner.query(
      'ALTER TABLE read_v1.commenter DROP COLUMN nick, DROP COLUMN linked_to, DROP COLUMN sanctions',
    );
  }
}
