import { readFileSync } from 'node:fs';
import { InstallationKeys } from '#keyring/wrap-key.js';
import { PostgresKeyring } from '#keyring/postgres-keyring.js';
import type { ProjectionSet } from '#projection/projection.js';
import { Fault } from '#tools/stack/fault.js';
import { inDatabase } from '#tools/stack/in-database.js';
import type { Pool } from 'pg';
import { listeningSet } from '../../apps/comments/src/listening/listening.set.js';
import { readV1 } from '../../apps/projector/src/read-v1.set.js';

export interface OpenSet {
  pool: Pool;
  set: ProjectionSet;
}

/** Does the work with every projection set, its code and its database. @throws Fault when the key file does not fit. */
export function withSets(server: string, keyFile: string, work: (sets: OpenSet[]) => Promise<void>): Promise<void> {
  const keys = readKeys(keyFile);
  return inDatabase(server, 'read', (read) =>
    inDatabase(server, 'comments', (comments) =>
      inDatabase(server, 'keyring', (pool) => {
        const keyring = new PostgresKeyring(pool, keys);
        return work([
          { pool: read, set: readV1(keyring) },
          { pool: comments, set: listeningSet(keyring) },
        ]);
      }),
    ),
  );
}

function readKeys(file: string): InstallationKeys {
  try {
    return InstallationKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Fault(`The key file ${file} does not fit: ${(error as Error).message}. Name it with --key-file.`);
  }
}
