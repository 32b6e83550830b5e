import { topics } from '#contracts/topics.js';
import { foldedTables } from '#read-models/canonical-dump.js';
import type { Database } from '#tools/stack/databases.js';

export interface KnownSet {
  schema: 'read_v1' | 'listening';
  database: Database;
  topics: readonly string[];
}

export const readModels = {
  schema: 'read_v1',
  database: 'read',
  topics: Object.values(topics).map(({ name }) => name),
  tables: Object.keys(foldedTables),
} as const;

/** Every projection set of a copy and where it keeps its rows. */
export const projectionSets: readonly KnownSet[] = [
  readModels,
  { schema: 'listening', database: 'comments', topics: [topics.articles.name, topics.users.name] },
];
