import { readFileSync } from 'node:fs';
import { InstallationKeys } from '#keyring/wrap-key.js';
import { PostgresKeyring } from '#keyring/postgres-keyring.js';
import type { ProjectionSet } from '#projection/projection.js';
import { BodyRenderer } from '#rendering/body-renderer.js';
import { Fault } from '#tools/stack/fault.js';
import { inDatabase } from '#tools/stack/in-database.js';
import type { Pool } from 'pg';
import { listeningSet as articlesListening } from '../../apps/articles/src/listening/listening.set.js';
import { listeningSet as commentsListening } from '../../apps/comments/src/listening/listening.set.js';
import { readModels } from '../../apps/projector/src/read-models.set.js';

export interface OpenSet {
  name: string;
  pool: Pool;
  set: ProjectionSet;
}

export interface Installation {
  /** Its Postgres server. */
  server: string;
  keyFile: string;
  /** The set of read models. */
  readSet: string;
}

/** Does the work with every projection set, its code and its database. @throws Fault when the key file is invalid. */
export function withSets(
  { server, keyFile, readSet }: Installation,
  work: (sets: OpenSet[]) => Promise<void>,
): Promise<void> {
  const keys = readKeys(keyFile);
  const withReadModels = (each: (pool: Pool) => Promise<void>) => inDatabase(server, 'read', each, readSet);
  return withReadModels((read) =>
    inDatabase(server, 'comments', (comments) =>
      inDatabase(server, 'articles', (articles) =>
        inDatabase(server, 'keyring', (pool) => {
          const keyring = new PostgresKeyring(pool, keys);
          const renderer = new BodyRenderer();
          return work([
            { name: readSet, pool: read, set: readModels(keyring, renderer, readSet) },
            { name: 'comments.listening', pool: comments, set: commentsListening(keyring) },
            { name: 'articles.listening', pool: articles, set: articlesListening(keyring) },
          ]).finally(() => renderer.close());
        }),
      ),
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
