import type { Draft } from '#contracts/articles/article.commands.js';
import type { OpenedEvent } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import type { Content } from '../article/content.js';
import { contentOf } from '../article/content.js';

/** What an article or a draft said from a moment on. */
export interface Revision {
  /** Of the stream. */
  version: number;
  at: string;
  /** Null: the system. */
  actorId: string | null;
  isDraft: boolean;
  content: Content;
}

/** The revisions that the events of an article tell of, the latest first; of an erased draft there is none. */
export function revisionsOf(events: OpenedEvent[]): Revision[] {
  return events
    .flatMap((event) => {
      const content = contentTold(event);
      if (content === undefined) return [];
      const { version, occurredAt: at, data } = event;
      const actorId = data.actor.kind === 'person' ? data.actor.id : null;
      return [{ version, at, actorId, isDraft: event.type === 'ArticleDrafted', content }];
    })
    .reverse();
}

function contentTold(event: OpenedEvent): Content | undefined {
  switch (event.type) {
    case 'ArticlePublished':
    case 'ArticleRevised':
      return contentOf(event.data);
    case 'ArticleDrafted':
      return event.data.draft === erased ? undefined : contentOf(JSON.parse(event.data.draft) as Draft);
    default:
      return undefined;
  }
}
