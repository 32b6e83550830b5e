import type { QueryRunner } from 'typeorm';
import type { Migration } from './table-group.js';

/**
 * A migration that is a list of statements. There is no way back: it only adds, so the version before goes on beside it,
 * and what was added may hold by then what nobody wants to lose.
 */
export abstract class StatementsMigration implements Migration {
  abstract readonly name: string;
  protected abstract readonly statements: readonly string[];

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} has no way back; what it added may stay`));
  }
}
