import type { RecordedEvent } from '#contracts/envelope.js';
import { parseEvent, type BroadsideEvent } from '#contracts/events.js';
import type { ProjectionSet } from './projection.js';
import type { StreamState } from './stream-state.js';
import { knowsType } from './knows-type.js';

/** Whether the rows that an event needs can be looked up: its type is known and it fits its contract. */
export function isLoadable(set: ProjectionSet, event: RecordedEvent): boolean {
  if (!knowsType(set, event.type)) return false;
  try {
    parseEvent(event);
    return true;
  } catch {
    return false;
  }
}

/**
 * The parked events of a stream that may be applied. Those of a halted stream may not: one of them may be the event
 * that cannot be loaded.
 */
export function parkedToLoad(set: ProjectionSet, { version, halted, parked }: StreamState): BroadsideEvent[] {
  const next = parked.get(version + 1)?.event;
  const waits = next && set.unknownTypes === 'park' && !knowsType(set, next.type);
  if (halted || waits) return [];
  return [...parked.values()].flatMap(({ event }) => (isLoadable(set, event) ? [event as BroadsideEvent] : []));
}
