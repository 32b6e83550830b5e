import type { DomainEvent } from '#contracts/envelope.js';
import { inTransaction } from '#postgres/in-transaction.js';
import type { ClientBase, Pool } from 'pg';
import { foldNextPage } from './fold-next-page.js';
import { storeNextPage } from './store-next-page.js';
import type { StreamNow } from '#commands/stream-of.js';
import type { StoredFold } from './stored-fold.js';
import { loadState } from './load-state.js';
import { lockState } from './lock-state.js';

/** The state of a stream for reading: it takes no lock. Events that its row lacks are folded, but not stored. */
export async function peekState<State, Event extends DomainEvent>(
  client: ClientBase,
  stream: string,
  fold: StoredFold<State, Event>,
): Promise<StreamNow<State>> {
  const kept = await loadState<State>(client, stream, fold.name);
  let now = { version: kept.version, state: kept.state ?? fold.initialState };
  while (now.version < kept.newest) {
    const { state, version } = await foldNextPage(client, stream, fold, now);
    now = { state, version };
  }
  return now;
}

/**
 * Like {@link peekState}, and also updates the row, each page in a transaction of its own, so that an interrupted update
 * continues later.
 */
export async function readStateOf<State, Event extends DomainEvent>(
  pool: Pool,
  stream: string,
  fold: StoredFold<State, Event>,
): Promise<StreamNow<State>> {
  for (;;) {
    const { version, state, newest } = await loadState<State>(pool, stream, fold.name);
    if (version >= newest) return { version, state: state ?? fold.initialState };
    await inTransaction(pool, (client) => catchUp(client, stream, fold));
  }
}

async function catchUp<State, Event extends DomainEvent>(
  client: ClientBase,
  stream: string,
  fold: StoredFold<State, Event>,
): Promise<void> {
  const { version, state, newest } = await lockState<State>(client, stream, fold.name);
  if (version < newest) await storeNextPage(client, stream, fold, { version, state: state ?? fold.initialState });
}
