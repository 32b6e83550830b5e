import type { StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import type { Section } from './section.decider.js';

/** The stream of a section; it belongs to no article, so it is keyed by its own id. */
export const sectionStream = (sectionId: string): StreamOf<Section> => ({
  stream: `section-${sectionId}`,
  topic: topics.articles.name,
  key: sectionId,
});
