import type { DomainEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';
import { keepNextPage } from './keep-next-page.js';
import type { StreamNow } from '#commands/stream-of.js';
import type { KeptFold } from './kept-fold.js';
import { lockState } from './lock-state.js';

/**
 * What a stream has come to, from its row, for a decision in the client's transaction: until that ends nobody else decides
 * on the stream. What is not in the row yet is folded into it first, a page at a time; so a stream that is older than the
 * rows, or was written to by an older version of the service, is read once.
 */
export async function readState<State, Event extends DomainEvent>(
  client: ClientBase,
  stream: string,
  fold: KeptFold<State, Event>,
): Promise<StreamNow<State>> {
  const kept = await lockState<State>(client, stream, fold.name);
  let now = { version: kept.version, state: kept.state ?? fold.initialState };
  while (now.version < kept.newest) now = await keepNextPage(client, stream, fold, now);
  return now;
}
