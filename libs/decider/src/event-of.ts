/** The first event of a type; undefined where there is none. */
export const eventOf = <Event extends { type: string }, Type extends Event['type']>(
  events: readonly Event[],
  type: Type,
): Extract<Event, { type: Type }> | undefined =>
  events.find((event): event is Extract<Event, { type: Type }> => event.type === type);
