/** Where each range of addresses lies, so that those of an address are found. What was said of it is its stream's. */
export const networksTable = `
CREATE TABLE IF NOT EXISTS address_range_networks (
  range_id uuid PRIMARY KEY,
  network cidr NOT NULL
);
CREATE INDEX IF NOT EXISTS address_range_networks_network ON address_range_networks USING gist (network inet_ops);
`;
