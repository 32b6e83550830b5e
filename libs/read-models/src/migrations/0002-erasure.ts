import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE read_v1.commenter ADD COLUMN IF NOT EXISTS erasure_due_at timestamptz`,
  `CREATE TABLE IF NOT EXISTS read_v1.erased_person (person_id uuid PRIMARY KEY)`,
  `CREATE INDEX IF NOT EXISTS comment_thread_by_person ON read_v1.comment_thread (person_id, comment_id)`,
];

export class Erasure1700000000002 implements MigrationInterface {
  name = 'Erasure1700000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX read_v1.comment_thread_by_person');
    await queryRunner.query('DROP TABLE read_v1.erased_person');
    await queryRunner.query('ALTER TABLE read_v1.commenter DROP COLUMN erasure_due_at');
  }
}
