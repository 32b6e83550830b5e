import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE read_v1.commenter
    ADD COLUMN IF NOT EXISTS folded_name text, ADD COLUMN IF NOT EXISTS bio text, ADD COLUMN IF NOT EXISTS image text`,
  // As near as SQL comes to foldName(); a rebuild gives exactly its names.
  `UPDATE read_v1.commenter SET folded_name = lower(normalize(name, NFKC)) WHERE kind = 'account'`,
  `CREATE INDEX IF NOT EXISTS commenter_folded_name ON read_v1.commenter (folded_name) WHERE kind = 'account'`,
  `CREATE TABLE IF NOT EXISTS read_v1.following (
    follower_id uuid NOT NULL,
    followed_id uuid NOT NULL,
    follows boolean NOT NULL,
    PRIMARY KEY (follower_id, followed_id)
  )`,
  `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader') THEN
      GRANT SELECT ON read_v1.following TO gateway_reader;
    END IF;
  END $$`,
];

export class Profiles1700000000003 implements MigrationInterface {
  name = 'Profiles1700000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE read_v1.following');
    await queryRunner.query(
      'ALTER TABLE read_v1.commenter DROP COLUMN folded_name, DROP COLUMN bio, DROP COLUMN image',
    );
  }
}
