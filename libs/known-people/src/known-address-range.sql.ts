/** What a service learns of ranges of addresses from the users topic, in its schema `listening`. */
export const knownAddressRangeTable = `
CREATE SCHEMA IF NOT EXISTS listening;
CREATE TABLE IF NOT EXISTS listening.known_address_range (
  range_id uuid PRIMARY KEY,
  network cidr NOT NULL,
  sanctions jsonb NOT NULL
);
CREATE INDEX IF NOT EXISTS known_address_range_network ON listening.known_address_range USING gist (network inet_ops);
`;
