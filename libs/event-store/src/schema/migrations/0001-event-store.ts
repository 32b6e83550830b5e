import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** Creates the event store as it was before migrations; changes nothing in a database that has it. */
export class EventStore1700000000001 extends StatementsMigration {
  readonly name = 'EventStore1700000000001';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS events (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      stream text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      id uuid NOT NULL UNIQUE,
      type text NOT NULL,
      schema_version integer NOT NULL,
      topic text NOT NULL,
      key text NOT NULL,
      partition integer NOT NULL,
      occurred_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL,
      correlation_id text NOT NULL,
      causation_id text,
      traceparent text,
      data json NOT NULL,
      UNIQUE (stream, version)
    )`,
    `CREATE TABLE IF NOT EXISTS outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      position bigint NOT NULL,
      republished boolean NOT NULL DEFAULT false,
      enqueued_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
    `CREATE TABLE IF NOT EXISTS relayed (
      topic text NOT NULL,
      partition integer NOT NULL,
      count bigint NOT NULL,
      PRIMARY KEY (topic, partition)
    )`,
    `CREATE TABLE IF NOT EXISTS commands (
      key text PRIMARY KEY,
      fingerprint text NOT NULL,
      answer json,
      recorded_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE INDEX IF NOT EXISTS commands_recorded_at ON commands (recorded_at)`,
  ];
}
