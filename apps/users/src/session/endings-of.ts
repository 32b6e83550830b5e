import type { PersonFact } from '#contracts/events.js';
import type { Endings } from '#redis/endings.js';

/** The sessions and people whose tokens these events end. */
export function endingsOf(events: PersonFact[]): Endings {
  return {
    sessionIds: events.flatMap((event) => (event.type === 'SessionsEnded' ? event.data.sessionIds : [])),
    erasedIds: events.flatMap((event) => (event.type === 'PersonErased' ? [event.data.personId] : [])),
  };
}
