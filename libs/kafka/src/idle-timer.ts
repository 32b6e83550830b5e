import { createRequire } from 'node:module';

interface RequestQueue {
  throttledUntil: number;
  pending: unknown[];
  scheduleCheckPendingRequests(): void;
}

const require = createRequire(import.meta.url);
let quiet = false;

/**
 * Stops kafkajs 2.2.4 from re-arming its queue timer when nothing is queued: it passes a negative delay, which Node
 * warns about and runs every millisecond (5 % of a core for an idle client). The queue is checked again on every push
 * and every answer, so the timer is only needed while something waits.
 */
export function quietIdleTimer(): void {
  if (quiet) return;
  quiet = true;
  const { prototype } = require('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  const schedule = prototype.scheduleCheckPendingRequests;
  Object.assign(prototype, {
    scheduleCheckPendingRequests(this: RequestQueue) {
      if (this.pending.length > 0) schedule.call(this);
    },
  });
}
