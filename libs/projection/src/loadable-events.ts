import type { RecordedEvent } from '#contracts/envelope.js';
import { parseEvent, type BroadsideEvent } from '#contracts/events.js';
import type { ProjectionSet } from './projection.js';
import type { StreamState } from './stream-state.js';
import { understands } from './understands.js';

/** Whether what an event needs of the database can be looked up: it is of a type we know, and as the contract says. */
export function isLoadable(set: ProjectionSet, event: RecordedEvent): boolean {
  if (!understands(set, event.type)) return false;
  try {
    parseEvent(event);
    return true;
  } catch {
    return false;
  }
}

/** What is parked of a stream and may be applied. What a halted one keeps waiting is not, and may be what cannot be loaded. */
export function parkedToLoad(set: ProjectionSet, { version, halted, parked }: StreamState): BroadsideEvent[] {
  const next = parked.get(version + 1)?.event;
  const waits = next && set.unknownTypes === 'park' && !understands(set, next.type);
  if (halted || waits) return [];
  return [...parked.values()].flatMap(({ event }) => (isLoadable(set, event) ? [event as BroadsideEvent] : []));
}
