import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A following says whether the pair's own stream has spoken, which the follower's stream cannot take back. */
export class FollowingsByPair1700000000007 implements MigrationInterface {
  name = 'FollowingsByPair1700000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE read_v1.following ADD COLUMN IF NOT EXISTS by_pair boolean NOT NULL DEFAULT false',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_v1.following DROP COLUMN by_pair');
  }
}
