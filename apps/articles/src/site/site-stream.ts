import type { StreamOf } from '#commands/stream-of.js';
import { topics } from '#contracts/topics.js';
import type { Site } from './site.decider.js';

/** The one stream of the site's identity; it belongs to no article, so it is keyed by its own name. */
export const siteStream: StreamOf<Site> = { stream: 'site', topic: topics.articles.name, key: 'site' };
