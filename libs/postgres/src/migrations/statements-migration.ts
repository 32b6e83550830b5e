import type { QueryRunner } from 'typeorm';
import type { Migration } from './table-group.js';

/**
 * A migration that is a list of statements. It cannot be reverted. It only adds, so the version before keeps working beside
 * it; and the additions may hold data by then that must not be lost.
 */
export abstract class StatementsMigration implements Migration {
  abstract readonly name: string;
  protected abstract readonly statements: readonly string[];

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be reverted; what it added may stay`));
  }
}
