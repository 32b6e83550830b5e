import { topics } from '#contracts/topics.js';
import { savedTables } from '#read-models/canonical-dump.js';
import type { Database } from '#installation/databases.js';
import { listeningSchema as schemaOfArticles } from '../../apps/articles/src/listening/listening-schema.js';
import * as articles from '../../apps/articles/src/listening/listening.set.js';
import { listeningSchema as schemaOfComments } from '../../apps/comments/src/listening/listening-schema.js';
import * as comments from '../../apps/comments/src/listening/listening.set.js';

export interface KnownSet {
  name: string;
  schema: string;
  database: Database;
  topics: readonly string[];
  /** The tables its projections save to. */
  tables: readonly string[];
}

export const readModelsOf = (readSet: string): KnownSet => ({
  ...{ name: readSet, schema: readSet, database: 'read' },
  topics: Object.values(topics).map(({ name }) => name),
  tables: savedTables,
});

/** A projection's table has the projection's name. */
const tablesOf = (projections: readonly { name: string }[]) => projections.map(({ name }) => name.replaceAll('-', '_'));

/** Every projection set of a copy with this one of read models, and where its rows are. */
export const projectionSetsWith = (readSet: string): readonly KnownSet[] => [
  readModelsOf(readSet),
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
