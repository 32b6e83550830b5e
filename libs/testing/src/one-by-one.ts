import { expect } from '@jest/globals';
import type { Pool } from 'pg';
import type { BroadsideEvent } from '#contracts/events.js';
import { applyBatch } from '#projection/apply-batch.js';
import type { ProjectionSet } from '#projection/projection.js';
import { asMessages } from './tally/tally-events.js';

/** Projects events one by one, each topic as a partition from its beginning on; none may be parked. */
export function oneByOne<Context>(pool: Pool, set: ProjectionSet<Context>) {
  const offsets: Record<string, number> = {};
  return async (...events: BroadsideEvent[]): Promise<void> => {
    for (const event of events) {
      const offset = offsets[event.topic] ?? 0;
      offsets[event.topic] = offset + 1;
      const messages = asMessages([event], offset);
      const outcome = await applyBatch(pool, set, { topic: event.topic, partition: 0, messages });
      expect(outcome).toMatchObject({ deadLetters: 0, parked: 0 });
    }
  };
}
