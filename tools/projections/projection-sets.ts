import { topics } from '#contracts/topics.js';
import { savedTables } from '#read-models/canonical-dump.js';
import type { Database } from '#installation/databases.js';
import { listeningSchema as schemaOfArticles } from '../../apps/articles/src/listening/listening-schema.js';
import * as articles from '../../apps/articles/src/listening/listening.set.js';
import { listeningSchema as schemaOfComments } from '../../apps/comments/src/listening/listening-schema.js';
import * as comments from '../../apps/comments/src/listening/listening.set.js';

export const setNames = ['read_v1', 'comments.listening', 'articles.listening'] as const;
export type SetName = (typeof setNames)[number];

export interface KnownSet {
  name: SetName;
  schema: string;
  database: Database;
  topics: readonly string[];
  /** Those its projections save to. */
  tables: readonly string[];
}

export const readModels = {
  ...{ name: 'read_v1', schema: 'read_v1', database: 'read' },
  topics: Object.values(topics).map(({ name }) => name),
  tables: savedTables,
} as const satisfies KnownSet;

/** A projection's table is called as it is. */
const tablesOf = (projections: readonly { name: string }[]) => projections.map(({ name }) => name.replaceAll('-', '_'));

/** Every projection set of a copy and where it keeps its rows. */
export const projectionSets: readonly KnownSet[] = [
  readModels,
  {
    ...{ name: 'comments.listening', schema: schemaOfComments, database: 'comments' },
    topics: [topics.articles.name, topics.users.name],
    tables: tablesOf(comments.listeningProjections),
  },
  {
    ...{ name: 'articles.listening', schema: schemaOfArticles, database: 'articles' },
    topics: [topics.users.name],
    tables: tablesOf(articles.listeningProjections),
  },
];
