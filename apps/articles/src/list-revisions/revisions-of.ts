import type { Draft } from '#contracts/articles/article.commands.js';
import type { OpenedOf } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import { openEvent, type Keys } from '#keyring/event-codec.js';
import { contentOf, type Content } from '../article/content.js';
import type { RevisionEvent } from './revision-events.sql.js';

/** What an article or a draft said from a moment on. */
export interface Revision<Said> {
  /** Of the stream. */
  version: number;
  at: string;
  /** Null: the system. */
  actorId: string | null;
  isDraft: boolean;
  said: Said;
}

/** The revisions that events of an article tell of; of an erased draft there is none. */
export const revisionsOf = (events: RevisionEvent<object>[], keys: Keys): Revision<{ title: string }>[] =>
  events.flatMap((event) => {
    const said = saidBy(event, keys);
    if (said === undefined) return [];
    const { version, at, actor } = event;
    const actorId = actor.kind === 'person' ? actor.id : null;
    return [{ version, at, actorId, isDraft: event.type === 'ArticleDrafted', said }];
  });

/** All that each of them says. */
export const contentsOf = (events: RevisionEvent<object>[], keys: Keys): { version: number; content: Content }[] =>
  revisionsOf(events, keys).map(({ version, said }) => ({ version, content: contentOf(said as Content) }));

function saidBy({ id, type, data }: RevisionEvent<object>, keys: Keys): { title: string } | undefined {
  if (type !== 'ArticleDrafted') return data as { title: string };
  const { draft } = openEvent<OpenedOf<'ArticleDrafted'>>({ id, type, data }, keys).data;
  return draft === erased ? undefined : (JSON.parse(draft) as Draft);
}
