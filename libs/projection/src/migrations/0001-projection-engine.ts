import { StatementsMigration } from '#postgres/migrations/statements-migration.js';

/** The tables that a projection set has beside its rows. They use json, because jsonb refuses some messages. */
export class ProjectionEngine1700000000000 extends StatementsMigration {
  readonly name = 'ProjectionEngine1700000000000';
  protected readonly statements = [
    `CREATE TABLE IF NOT EXISTS checkpoint (
      topic text NOT NULL,
      partition integer NOT NULL,
      next_offset bigint NOT NULL DEFAULT 0,
      counted bigint NOT NULL DEFAULT 0,
      watermark bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (topic, partition)
    )`,
    `CREATE TABLE IF NOT EXISTS late_beginning (
      topic text NOT NULL,
      partition integer NOT NULL,
      expected bigint NOT NULL,
      begins_at bigint NOT NULL,
      noticed_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (topic, partition, begins_at)
    )`,
    `CREATE TABLE IF NOT EXISTS attempt (
      topic text NOT NULL,
      partition integer NOT NULL,
      first_offset bigint NOT NULL,
      suspect_until bigint NOT NULL,
      alone boolean NOT NULL,
      ends integer NOT NULL,
      attempted_by uuid NOT NULL,
      noted_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (topic, partition)
    )`,
    `CREATE TABLE IF NOT EXISTS stream_progress (
      stream text PRIMARY KEY,
      version integer NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS parked_event (
      stream text NOT NULL,
      version integer NOT NULL,
      event json NOT NULL,
      parked_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (stream, version)
    )`,
    `CREATE TABLE IF NOT EXISTS halted_stream (
      stream text PRIMARY KEY,
      version integer NOT NULL,
      reason text NOT NULL,
      halted_at timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE TABLE IF NOT EXISTS dead_letter (
      topic text NOT NULL,
      partition integer NOT NULL,
      message_offset bigint NOT NULL,
      stream text,
      reason text NOT NULL,
      message_key bytea,
      message_value bytea,
      headers json NOT NULL,
      died_at timestamptz NOT NULL DEFAULT now(),
      sent_at timestamptz,
      PRIMARY KEY (topic, partition, message_offset)
    )`,
  ];
}
