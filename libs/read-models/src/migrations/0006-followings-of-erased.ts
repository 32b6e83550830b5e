import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE INDEX IF NOT EXISTS following_followed ON read_v1.following (followed_id)`,
  `DELETE FROM read_v1.following USING read_v1.erased_person WHERE person_id IN (follower_id, followed_id)`,
];

/** Nobody follows who is erased, nor is followed by them: not in rows that are older than this rule either. */
export class FollowingsOfErased1700000000006 implements MigrationInterface {
  name = 'FollowingsOfErased1700000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX read_v1.following_followed');
  }
}
