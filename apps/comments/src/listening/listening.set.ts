import type { ProjectionSet } from '#projection/projection.js';
import { knownArticle } from './known-article.projection.js';
import { knownPerson } from './known-person.projection.js';

/** What the comments service learns from the other services' topics. */
export const listeningSet: ProjectionSet = {
  schema: 'listening',
  group: 'comments.listening',
  projections: [knownArticle, knownPerson],
  prepare: () => Promise.resolve(undefined),
};
