import { endedSession } from '#known-people/ended-session.projection.js';
import { knownPerson } from '#known-people/known-person.projection.js';
import type { ProjectionSet } from '#projection/projection.js';

/** What the articles service learns from the users topic. */
export const listeningSet: ProjectionSet = {
  schema: 'listening',
  group: 'articles.listening',
  projections: [knownPerson, endedSession],
  prepare: () => Promise.resolve(undefined),
};
