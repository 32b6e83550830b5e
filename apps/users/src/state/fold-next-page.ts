import type { DomainEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';
import type { StreamNow } from '#commands/stream-of.js';
import type { StoredFold } from './stored-fold.js';
import { readEventsAfter } from './read-events-after.js';

/** The state of a stream after its next page of events, of which there must be at least one; and those events. */
export async function foldNextPage<State, Event extends DomainEvent>(
  client: ClientBase,
  stream: string,
  { evolve }: StoredFold<State, Event>,
  before: StreamNow<State>,
): Promise<StreamNow<State> & { events: Event[] }> {
  const rows = await readEventsAfter(client, stream, before.version);
  const last = rows.at(-1);
  if (!last) throw new Error(`version ${before.version + 1} of ${stream} is not there`);
  const events = rows.map(({ id, type, occurredAt, data }) => ({
    ...{ id, type, data, occurredAt: occurredAt.toISOString() },
  })) as unknown as Event[];
  let { state } = before;
  for (const event of events) state = evolve(state, event);
  return { state, version: last.version, events };
}
