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
 * Makes a kafkajs 2.2.4 consumer leave its group if it was stopped while it joined. Without this patch the join goes on: the
 * consumer reconnects, becomes a member, and keeps its partitions until the process ends, though nothing handles their
 * messages.
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
      // After a stop, only the end of a join sets `running` again.
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
    // Kafka is away: the member's session times out there.
  } finally {
    await group.cluster.disconnect().catch(() => undefined);
  }
}
