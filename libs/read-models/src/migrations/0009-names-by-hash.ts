import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE INDEX IF NOT EXISTS commenter_by_folded_name ON read_v1.commenter USING hash (folded_name)
    WHERE kind = 'account'`,
  `DROP INDEX IF EXISTS read_v1.commenter_folded_name`,
];

/** An imported name has more bytes than a row of a B-tree takes; of a hash it matters not how many. */
export class NamesByHash1700000000009 implements MigrationInterface {
  name = 'NamesByHash1700000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX commenter_folded_name ON read_v1.commenter (folded_name) WHERE kind = 'account'`,
    );
    await queryRunner.query('DROP INDEX read_v1.commenter_by_folded_name');
  }
}
