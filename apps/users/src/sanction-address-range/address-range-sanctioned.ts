import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#contracts/event-data.js';
import type { SanctionAddressRange } from '#contracts/people/address-range.commands.js';
import type { PersonKey } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { AddressRangeSanctioned } from '../address-range/address-range.decider.js';

/** The event of a sanction, with the addresses and the note sealed under the range's key. */
export function addressRangeSanctioned(
  rangeId: string,
  { range, kind, until, reason, note }: SanctionAddressRange,
  key: PersonKey,
  actor: Actor,
  occurredAt: string,
): AddressRangeSanctioned {
  const id = randomUUIDv7();
  const data = {
    rangeId,
    range: seal(key, id, 'address', range),
    reason,
    ...(note !== undefined && { note: seal(key, id, 'note', note) }),
    actor,
  };
  const meta = { id, occurredAt };
  if (kind === 'ban') return { ...meta, type: 'AddressRangeBanned', data: { ...data, until } };
  if (kind === 'premoderate') return { ...meta, type: 'AddressRangePremoderated', data: { ...data, until } };
  if (until === null) throw new Error('a suspension has an end');
  return { ...meta, type: 'AddressRangeSuspended', data: { ...data, until } };
}
