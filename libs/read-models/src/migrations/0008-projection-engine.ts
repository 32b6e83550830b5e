import type { MigrationInterface, QueryRunner } from 'typeorm';
import { projectionTables } from '#projection/projection.sql.js';

/** Tables that the projection engine has more of than when 0001 made its schema. */
export class ProjectionEngine1700000000008 implements MigrationInterface {
  name = 'ProjectionEngine1700000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(projectionTables('read_v1'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE read_v1.late_beginning, read_v1.attempt');
  }
}
