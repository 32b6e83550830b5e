import { articleEvents } from '#contracts/articles/article.events.js';
import type { BroadsideEvent } from '#contracts/events.js';

/** Whether an event is of an article's own stream. */
export const isAbout = (
  event: BroadsideEvent,
): event is Extract<BroadsideEvent, { type: keyof typeof articleEvents }> => Object.hasOwn(articleEvents, event.type);
