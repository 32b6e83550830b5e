import { createRequire } from 'node:module';

interface FetchedBatch {
  rawMessages: unknown[];
}

const require = createRequire(import.meta.url);
let given = false;

/**
 * Makes kafkajs 2.2.4 pass on batches in which no message is left: a transaction's marker, aborted messages, or a compacted
 * stretch. By itself it skips them silently, so a consumer that keeps its own offset would wait for ever for a message that
 * does not exist.
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
