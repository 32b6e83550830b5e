/**
 * What a service learns of people, and of the addresses they come from, from the users topic, in its schema `listening`.
 * Names and websites stay sealed. What a version learned that knew no roles, or no addresses, is dropped with its
 * checkpoints, and so folded anew.
 */
export const knownPeopleTables = `
DO $$ BEGIN
  IF to_regclass('listening.known_person') IS NOT NULL AND (
    to_regclass('listening.known_address_range') IS NULL OR NOT EXISTS (
      SELECT FROM information_schema.columns
      WHERE table_schema = 'listening' AND table_name = 'known_person' AND column_name = 'roles'
    )
  ) THEN
    DROP SCHEMA listening CASCADE;
  END IF;
END $$;
CREATE SCHEMA IF NOT EXISTS listening;
CREATE TABLE IF NOT EXISTS listening.known_person (
  person_id uuid PRIMARY KEY,
  kind text NOT NULL,
  event_id uuid NOT NULL,
  name text NOT NULL,
  website_event_id uuid,
  website text,
  nick_event_id uuid,
  nick text,
  roles jsonb NOT NULL,
  sanctions jsonb NOT NULL,
  linked_to uuid
);
CREATE TABLE IF NOT EXISTS listening.ended_session (session_id uuid PRIMARY KEY);
CREATE TABLE IF NOT EXISTS listening.known_address_range (
  range_id uuid PRIMARY KEY,
  network cidr NOT NULL,
  sanctions jsonb NOT NULL
);
CREATE INDEX IF NOT EXISTS known_address_range_network ON listening.known_address_range USING gist (network inet_ops);
`;
