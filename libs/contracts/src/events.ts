import type { z } from 'zod';
import { articleEvents } from './articles/article.events.js';
import { commentEvents } from './comments/comment.events.js';
import type { DomainEvent, RecordedEvent } from './envelope.js';
import { personEvents } from './people/person.events.js';
import { addressRangeEvents } from './people/sanction.events.js';

/** Every event type and the schema of its data. */
export const eventSchemas = { ...articleEvents, ...commentEvents, ...personEvents, ...addressRangeEvents };

export type EventType = keyof typeof eventSchemas;
export type DataOf<Type extends EventType> = z.infer<(typeof eventSchemas)[Type]>;

type Union<Types extends EventType> = { [Type in Types]: DomainEvent<Type, DataOf<Type>> }[Types];
export type ArticleEvent = Union<keyof typeof articleEvents>;
export type CommentEvent = Union<keyof typeof commentEvents>;
export type PersonEvent = Union<keyof typeof personEvents>;
export type AddressRangeEvent = Union<keyof typeof addressRangeEvents>;

export type Recorded<Event extends DomainEvent> =
  Event extends DomainEvent<infer Type, infer Data> ? RecordedEvent<Type, Data> : never;
export type BroadsideEvent = Recorded<ArticleEvent | CommentEvent | PersonEvent | AddressRangeEvent>;

export const isAboutRange = (event: BroadsideEvent): event is Recorded<AddressRangeEvent> =>
  Object.hasOwn(addressRangeEvents, event.type);

export const isKnownType = (type: string): type is EventType => Object.hasOwn(eventSchemas, type);

/**
 * Checks the data of a received event against the contract.
 * @throws z.ZodError naming the field; an unknown type is given back as it is, for a newer service may send one.
 */
export function parseEvent(event: RecordedEvent): BroadsideEvent {
  if (isKnownType(event.type)) eventSchemas[event.type].parse(event.data);
  return event as BroadsideEvent;
}
