import type { StreamNow, StreamOf } from '#commands/stream-of.js';
import type { AddressRangeFact } from '#contracts/events.js';
import { topics } from '#contracts/topics.js';
import type { PoolClient } from 'pg';
import { spendOn } from '../budget/spend-on.js';
import type { AddressRange } from './address-range.decider.js';
import { readAddressRange, saveAddressRange } from './read-address-range.js';

/** The stream of a range of addresses, with its stored state; its events are charged to the daily budget. */
export const addressRangeStream = (rangeId: string): StreamOf<AddressRange, StreamNow<AddressRange>, PoolClient> => {
  const stream = `address-range-${rangeId}`;
  return {
    ...{ stream, topic: topics.users.name, key: rangeId },
    kept: {
      read: (client) => readAddressRange(client, stream),
      keep: async (client, before, stored, at) => {
        const events = stored as unknown as AddressRangeFact[];
        await saveAddressRange(client, stream, before, events);
        await spendOn(client, rangeId, events, at);
      },
    },
  };
};
