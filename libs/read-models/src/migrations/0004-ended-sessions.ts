import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE IF NOT EXISTS read_v1.ended_session (session_id uuid PRIMARY KEY)`,
  `DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gateway_reader') THEN
      GRANT SELECT ON read_v1.ended_session, read_v1.erased_person TO gateway_reader;
    END IF;
  END $$`,
];

export class EndedSessions1700000000004 implements MigrationInterface {
  name = 'EndedSessions1700000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE read_v1.ended_session');
  }
}
