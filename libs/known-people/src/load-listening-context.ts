import { isAboutRange, type BroadsideEvent, type OpenedEvent } from '#contracts/events.js';
import type { Personal } from '#contracts/personal.js';
import { openEvent, ownersOf } from '#keyring/event-codec.js';
import type { Keyring } from '#keyring/keyring.js';
import type { LoadedContext } from '#projection/projection.js';
import type { Networks } from './known-address-range.projection.js';

/**
 * Loads the networks of address ranges, the only sealed field that this projection set opens. It asks the keyring only for a
 * batch with events about a range.
 */
export async function loadListeningContext(
  keyring: Keyring,
  events: BroadsideEvent[],
): Promise<LoadedContext<Networks, BroadsideEvent>> {
  const about = events.filter(isAboutRange);
  const owners = ownersOf(about);
  const keys = owners.length > 0 ? await keyring.keysOf(owners) : new Map<string, undefined>();
  const networks = new Map<string, Personal>();
  for (const event of about) {
    const { data } = openEvent<OpenedEvent>(event, keys);
    if ('range' in data) networks.set(event.id, data.range);
  }
  return { context: networks, opened: (event) => event };
}
