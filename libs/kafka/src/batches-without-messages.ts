import { createRequire } from 'node:module';

interface FetchedBatch {
  rawMessages: unknown[];
}

const require = createRequire(import.meta.url);
let given = false;

/**
 * Has kafkajs 2.2.4 give its consumers batches in which no message is left: those of a transaction's marker, of aborted
 * messages, or of a stretch that was compacted away. It goes on behind them by itself and says nothing, so a consumer
 * that keeps its own offset would believe for ever that a message is still to come.
 */
export function giveBatchesWithoutMessages(): void {
  if (given) return;
  given = true;
  const { prototype } = require('kafkajs/src/consumer/batch') as { prototype: object };
  Object.assign(prototype, {
    isEmpty(this: FetchedBatch) {
      return this.rawMessages.length === 0;
    },
  });
}
