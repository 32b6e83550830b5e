import type { BroadsideEvent } from '#contracts/events.js';
import {
  addressRangeBanned,
  addressRangePremoderated,
  addressRangeReinstated,
} from '#contracts/people/person.examples.js';
import type { PersonKey } from '#keyring/keyring.js';
import { recorded } from '#testing/recorded.js';

export const [home, office] = [addressRangeBanned.rangeId, '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081cd'];

/** What happened to two ranges of addresses. */
export function ranges(key: PersonKey): BroadsideEvent[] {
  const about = (rangeId: string) =>
    ({ stream: `address-range-${rangeId}`, topic: 'users.events.v1', key: rangeId }) as const;
  const range = (rangeId: string, network: string) => () => ({
    ...{ ...addressRangeBanned, rangeId, range: network },
  });
  return [
    recorded({ under: key, ...about(home), type: 'AddressRangeBanned', data: range(home, '203.0.113.0/24') }),
    recorded({
      under: key,
      ...{ ...about(home), version: 2, type: 'AddressRangePremoderated' },
      data: () => ({ ...addressRangePremoderated, ...range(home, '203.0.113.0/24')() }),
    }),
    recorded({ under: key, ...about(office), type: 'AddressRangeBanned', data: range(office, '2001:db8::/32') }),
    recorded({
      under: key,
      ...{ ...about(office), version: 2, type: 'AddressRangeReinstated' },
      data: () => ({ ...addressRangeReinstated, rangeId: office }),
    }),
  ];
}
