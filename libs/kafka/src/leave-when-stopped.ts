import { createRequire } from 'node:module';

interface Runner {
  running: boolean;
  stopped?: boolean;
  consumerGroup: { cluster: { disconnect(): Promise<void> }; leave(): Promise<void> };
  stop(): Promise<void>;
  scheduleFetchManager(): void;
}

const require = createRequire(import.meta.url);
let patched = false;

/**
 * Makes a consumer of kafkajs 2.2.4 that was stopped while it joined its group leave the group. Otherwise it becomes a
 * member after all, connects anew and keeps its partitions for as long as the process lives, though nobody hears of them.
 */
export function leaveWhenStopped(): void {
  if (patched) return;
  patched = true;
  const { prototype } = require('kafkajs/src/consumer/runner') as { prototype: Runner };
  const { stop, scheduleFetchManager } = prototype;
  Object.assign(prototype, {
    stop(this: Runner) {
      this.stopped = true;
      return stop.call(this);
    },
    scheduleFetchManager(this: Runner) {
      // Only the end of a join sets `running` again behind a stop.
      if (this.stopped && this.running) {
        this.running = false;
        void leave(this.consumerGroup);
      }
      scheduleFetchManager.call(this);
    },
  });
}

async function leave(group: Runner['consumerGroup']): Promise<void> {
  try {
    await group.leave();
  } catch {
    // Kafka is away: the session of the member times out there.
  } finally {
    await group.cluster.disconnect().catch(() => undefined);
  }
}
