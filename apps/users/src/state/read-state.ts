import type { DomainEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';
import { storeNextPage } from './store-next-page.js';
import type { StreamNow } from '#commands/stream-of.js';
import type { StoredFold } from './stored-fold.js';
import { lockState } from './lock-state.js';

/**
 * The state of a stream from its row, for a decision in the client's transaction. The row stays locked until that ends, so
 * no other decision runs on the stream. Events that the row lacks are folded into it first, a page at a time; this happens
 * once for a stream that is older than the rows, or that an older version of the service wrote to.
 */
export async function readState<State, Event extends DomainEvent>(
  client: ClientBase,
  stream: string,
  fold: StoredFold<State, Event>,
): Promise<StreamNow<State>> {
  const kept = await lockState<State>(client, stream, fold.name);
  let now = { version: kept.version, state: kept.state ?? fold.initialState };
  while (now.version < kept.newest) now = await storeNextPage(client, stream, fold, now);
  return now;
}
