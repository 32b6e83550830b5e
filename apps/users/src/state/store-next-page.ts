import type { DomainEvent } from '#contracts/envelope.js';
import type { ClientBase } from 'pg';
import { foldNextPage } from './fold-next-page.js';
import type { StreamNow } from '#commands/stream-of.js';
import type { StoredFold } from './stored-fold.js';
import { saveState } from './save-state.js';

/** Folds the next events of a stream into its row, which the transaction must have locked. @returns the new state. */
export async function storeNextPage<State, Event extends DomainEvent>(
  client: ClientBase,
  stream: string,
  fold: StoredFold<State, Event>,
  before: StreamNow<State>,
): Promise<StreamNow<State>> {
  const { events, ...now } = await foldNextPage(client, stream, fold, before);
  await fold.foldedLate?.(client, events);
  await saveState(client, { stream, fold: fold.name, ...now });
  return now;
}
