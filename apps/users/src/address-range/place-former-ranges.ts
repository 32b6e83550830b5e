import type { AddressRangeEvent } from '#contracts/events.js';
import type { DomainEvent } from '#contracts/envelope.js';
import { readStream } from '#event-store/read-stream.js';
import { openEvent } from '#keyring/event-codec.js';
import type { Keyring } from '#keyring/keyring.js';
import type { Pool } from 'pg';
import { findUnplaced } from './find-unplaced.js';
import { storeNetwork } from './store-network.js';

/** Stores the networks of ranges that an earlier version recorded only as events. A range whose key is destroyed gets none. */
export async function placeFormerRanges(pool: Pool, keyring: Keyring): Promise<void> {
  const unplaced = await findUnplaced(pool);
  if (unplaced.length === 0) return;
  const keys = await keyring.keysOf(unplaced);
  for (const rangeId of unplaced) {
    const stored = (await readStream(pool, `address-range-${rangeId}`)) as DomainEvent[];
    const events = stored.map((event) => openEvent<AddressRangeEvent>(event as AddressRangeEvent, keys));
    const [network] = events.flatMap(({ data }) =>
      'range' in data && typeof data.range === 'string' ? [data.range] : [],
    );
    if (network !== undefined) await storeNetwork(pool, rangeId, network);
  }
}
