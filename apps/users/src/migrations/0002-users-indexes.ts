import type { QueryRunner } from 'typeorm';
import { createIndexConcurrently } from '#postgres/migrations/create-index-concurrently.js';
import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Indexes that were added when their tables could be large already; `commands_of_person` is on the event store's table. */
export class UsersIndexes1700000000002 extends StatementsMigration {
  readonly name = 'UsersIndexes1700000000002';
  readonly transaction = false;
  protected readonly statements = [];

  override async up(runner: QueryRunner): Promise<void> {
    await createIndexConcurrently(runner, 'reservations_of_person', 'reservations (person_id)');
    await createIndexConcurrently(runner, 'sessions_of_person', 'sessions (person_id)');
    await createIndexConcurrently(
      runner,
      'sessions_going_on',
      'sessions (person_id, expires_at) WHERE ended_at IS NULL',
    );
    await createIndexConcurrently(runner, 'sessions_expiring', 'sessions (expires_at)');
    await createIndexConcurrently(
      runner,
      'commands_of_person',
      "commands ((answer->>'personId')) WHERE answer->>'personId' IS NOT NULL",
    );
  }
}
