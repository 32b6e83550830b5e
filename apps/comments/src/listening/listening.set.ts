import { endedSession } from '#known-people/ended-session.projection.js';
import { knownPerson } from '#known-people/known-person.projection.js';
import type { ProjectionSet } from '#projection/projection.js';
import { knownArticle } from './known-article.projection.js';

/** What the comments service learns from the other services' topics. */
export const listeningSet: ProjectionSet = {
  schema: 'listening',
  group: 'comments.listening',
  projections: [knownArticle, knownPerson, endedSession],
  prepare: () => Promise.resolve(undefined),
};
