import { randomBytes } from 'node:crypto';
import { PostgresKeyring } from '#keyring/postgres-keyring.js';
import { keyringDatabase } from '#keyring/keyring.tables.js';
import { wrapKey, type InstallationKeys } from '#keyring/wrap-key.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { createScratchDatabase } from '../scratch-database.js';

/** A keyring in a database of its own that holds these keys. */
export async function keyringWith(postgresUrl: string, keys: Map<string, Buffer>): Promise<PostgresKeyring> {
  const { pool, url } = await createScratchDatabase(postgresUrl, 'keyring');
  const installation: InstallationKeys = { active: 'bench', keys: { bench: randomBytes(32).toString('base64') } };
  const keyring = new PostgresKeyring(pool, installation);
  await migrateDatabase(url, keyringDatabase, { name: 'bench' });
  await pool.query(
    `INSERT INTO person_keys (person_id, wrapped, wrapped_under)
     SELECT person_id, wrapped, 'bench' FROM unnest($1::uuid[], $2::bytea[]) AS given (person_id, wrapped)`,
    [[...keys.keys()], [...keys].map(([personId, key]) => wrapKey(installation, personId, key))],
  );
  return keyring;
}
