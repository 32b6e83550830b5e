import type { z } from 'zod';
import { articleEvents, draftEvents, favoriteEvents } from './articles/article.events.js';
import { commentEvents } from './comments/comment.events.js';
import { visitEvents } from './comments/visit.events.js';
import type { DomainEvent, RecordedEvent } from './envelope.js';
import type { Clear, Facts } from './personal.js';
import { muteEvents } from './people/mute.events.js';
import { personEvents, type followingEvents } from './people/person.events.js';
import { addressRangeEvents } from './people/sanction.events.js';
import { sectionEvents } from './sections/section.events.js';
import { siteEvents } from './site/site.events.js';
import { thesaurusEvents } from './thesaurus/thesaurus.events.js';

/** Every event type and the schema of its data. */
export const eventSchemas = {
  ...articleEvents,
  ...draftEvents,
  ...favoriteEvents,
  ...sectionEvents,
  ...siteEvents,
  ...thesaurusEvents,
  ...commentEvents,
  ...visitEvents,
  ...personEvents,
  ...muteEvents,
  ...addressRangeEvents,
};

export type EventType = keyof typeof eventSchemas;

/** An event's data as it is stored and sent: what is personal is sealed. */
export type SealedDataOf<Type extends EventType> = z.infer<(typeof eventSchemas)[Type]>;
/** An event's data in clear. */
export type DataOf<Type extends EventType> = Clear<SealedDataOf<Type>>;

type Events<Types extends EventType> = { [Type in Types]: DomainEvent<Type, DataOf<Type>> }[Types];
/** In the stream of an article: of its draft, and once it is published. */
export type ArticleEvent = Events<keyof typeof articleEvents | keyof typeof draftEvents>;
/** In the stream of a pair: who has which article among their favourites. */
export type FavoriteEvent = Events<keyof typeof favoriteEvents>;
export type SectionEvent = Events<keyof typeof sectionEvents>;
export type SiteEvent = Events<keyof typeof siteEvents>;
export type ThesaurusEvent = Events<keyof typeof thesaurusEvents>;
export type CommentEvent = Events<keyof typeof commentEvents>;
export type VisitEvent = Events<keyof typeof visitEvents>;
export type PersonEvent = Events<keyof typeof personEvents>;
/** In the stream of a pair: who follows, and whom. */
export type FollowingEvent = Events<keyof typeof followingEvents>;
export type MuteEvent = Events<keyof typeof muteEvents>;
export type AddressRangeEvent = Events<keyof typeof addressRangeEvents>;
export type ClearEvent = Events<EventType>;
export type EventOf<Type extends EventType> = Extract<ClearEvent, { type: Type }>;

type FactsOf<Types extends EventType> = { [Type in Types]: DomainEvent<Type, Facts<SealedDataOf<Type>>> }[Types];
/** What of an event a fold may read: all but what is personal. Each event is one, sealed or in clear. */
export type ArticleFact = FactsOf<keyof typeof articleEvents | keyof typeof draftEvents>;
export type FavoriteFact = FactsOf<keyof typeof favoriteEvents>;
export type SectionFact = FactsOf<keyof typeof sectionEvents>;
export type SiteFact = FactsOf<keyof typeof siteEvents>;
export type ThesaurusFact = FactsOf<keyof typeof thesaurusEvents>;
export type CommentFact = FactsOf<keyof typeof commentEvents>;
export type VisitFact = FactsOf<keyof typeof visitEvents>;
export type PersonFact = FactsOf<keyof typeof personEvents>;
export type FollowingFact = FactsOf<keyof typeof followingEvents>;
export type MuteFact = FactsOf<keyof typeof muteEvents>;
export type AddressRangeFact = FactsOf<keyof typeof addressRangeEvents>;
export type FactOf<Type extends EventType> = FactsOf<Type>;

type Recording<Types extends EventType> = { [Type in Types]: RecordedEvent<Type, SealedDataOf<Type>> }[Types];
/** An event as it stands in a store or a topic. */
export type BroadsideEvent = Recording<EventType>;
/** The same, opened. */
export type OpenedEvent = { [Type in EventType]: RecordedEvent<Type, DataOf<Type>> }[EventType];
export type OpenedOf<Type extends EventType> = RecordedEvent<Type, DataOf<Type>>;

export const isAboutRange = <Event extends { type: string }>(
  event: Event,
): event is Extract<Event, { type: keyof typeof addressRangeEvents }> => Object.hasOwn(addressRangeEvents, event.type);

export const isKnownType = (type: string): type is EventType => Object.hasOwn(eventSchemas, type);

/**
 * Checks the data of a received event against the contract.
 * @throws z.ZodError naming the field; an unknown type is given back as it is, for a newer service may send one.
 */
export function parseEvent(event: RecordedEvent): BroadsideEvent {
  if (isKnownType(event.type)) eventSchemas[event.type].parse(event.data);
  return event as BroadsideEvent;
}
