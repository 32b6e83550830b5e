import type { AddressRangeEvent } from '#contracts/events.js';
import { readStream } from '#event-store/read-stream.js';
import type { Keyring } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import type { Pool } from 'pg';
import { findUnplaced } from './find-unplaced.js';
import { storeNetwork } from './store-network.js';

/** Notes where those ranges lie of which a version before this one wrote only events. One whose key is gone lies nowhere. */
export async function placeFormerRanges(pool: Pool, keyring: Keyring): Promise<void> {
  const unplaced = await findUnplaced(pool);
  if (unplaced.length === 0) return;
  const keys = await keyring.keysOf(unplaced);
  for (const rangeId of unplaced) {
    const key = keys.get(rangeId);
    const events = (await readStream(pool, `address-range-${rangeId}`)) as unknown as AddressRangeEvent[];
    for (const { id, data } of events) {
      if (!key || !('range' in data)) continue;
      await storeNetwork(pool, rangeId, open(key, id, 'address', data.range));
      break;
    }
  }
}
