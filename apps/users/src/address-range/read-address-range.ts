import type { AddressRangeFact } from '#contracts/events.js';
import type { ClientBase, Pool } from 'pg';
import type { StreamNow } from '#commands/stream-of.js';
import type { StoredFold } from '../state/stored-fold.js';
import { readStateOf } from '../state/peek-state.js';
import { readState } from '../state/read-state.js';
import { saveState } from '../state/save-state.js';
import { addressRangeDecider, type AddressRange } from './address-range.decider.js';

/** Change the name whenever the decider folds to another state. */
const addressRangeFold: StoredFold<AddressRange, AddressRangeFact> = {
  name: 'address-range-1',
  ...addressRangeDecider,
};

/** A range of addresses, locked for a decision in the client's transaction. */
export const readAddressRange = (client: ClientBase, stream: string): Promise<StreamNow<AddressRange>> =>
  readState(client, stream, addressRangeFold);

/** A range of addresses for reading, without a lock. */
export const readAddressRangeNow = (pool: Pool, rangeId: string): Promise<StreamNow<AddressRange>> =>
  readStateOf(pool, `address-range-${rangeId}`, addressRangeFold);

/** Stores a range's state after new events, in their transaction. */
export async function saveAddressRange(
  client: ClientBase,
  stream: string,
  { state: before, version }: StreamNow<AddressRange>,
  events: AddressRangeFact[],
): Promise<void> {
  const { name: fold, evolve } = addressRangeFold;
  const state = events.reduce(evolve, before);
  if (events.length > 0) await saveState(client, { stream, fold, version: version + events.length, state });
}
