import type { Metrics } from '#process/metrics.js';
import type { Pool } from 'pg';
import type { Lag } from '../measure-lag.js';
import { measureProjection } from '../measure-projection.js';

/**
 * The metrics of a projection set that alerts use. They are queried at each scrape, except the lag, which is measured
 * anyway.
 */
export function registerProjectionGauges(metrics: Metrics, pool: Pool, schema: string, lag: () => Lag): void {
  const gauge = (name: string, help: string, value: () => Promise<number> | number) =>
    metrics.gauge(name, help, ['schema'], async (made) => made.set({ schema }, await value()));
  let measure: ReturnType<typeof measureProjection> | undefined;
  gauge('projection_lag_messages', 'Messages in the topics that are not stored yet', () => lag().messages);
  gauge('projection_missing_events', 'Events the relay has sent that never came', async () => {
    measure = measureProjection(pool, schema);
    return (await measure).missing;
  });
  gauge(
    'projection_parked_streams',
    'Streams waiting for a missing event',
    async () => (await measure)?.parkedStreams ?? 0,
  );
  gauge(
    'projection_parked_oldest_seconds',
    'Age of the oldest parked event',
    async () => (await measure)?.parkedOldestSeconds ?? 0,
  );
  gauge(
    'projection_halted_streams',
    'Streams stopped by an event that cannot be applied',
    async () => (await measure)?.haltedStreams ?? 0,
  );
  const labels = ['schema', 'topic', 'partition'];
  metrics.gauge('projection_begins_late_offsets', 'Offsets deleted before they were read here', labels, (made) => {
    made.reset();
    for (const { topic, partition, expected, beginsAt } of lag().truncations) {
      made.inc({ schema, topic, partition: String(partition) }, Number(beginsAt - expected));
    }
  });
}
