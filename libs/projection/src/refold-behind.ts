import type { Pool } from 'pg';
import { refoldedAtOnce } from './claim-unknown.js';
import type { ProjectionSet } from './projection.js';
import { refoldPartition, type Refolding } from './refold.js';

/**
 * Folds streams again in whose rows an older version may have left out fields that it did not know. Two replicas may do
 * it at once: what they write is the same.
 * @throws errors that say that Kafka or the database is away; rows that were written before stay.
 */
export async function refoldBehind(pool: Pool, set: ProjectionSet, refolding: Refolding): Promise<void> {
  const { behind } = set;
  if (!behind) return;
  const { topic, projections, whenSaved } = behind;
  const failed = new Set<string>();
  while (!refolding.signal.aborted) {
    const found = (await behind.find(pool)).filter(({ stream }) => !failed.has(stream));
    const [first] = found;
    if (!first) return;
    const ofOne = found.filter(({ partition }) => partition === first.partition).slice(0, refoldedAtOnce);
    const claimed = { topic, partition: first.partition, streams: ofOne.map(({ stream }) => stream) };
    const outcome = await refoldPartition(pool, { ...set, projections }, claimed, { ...refolding, whenSaved });
    refolding.onPortion?.(outcome);
    for (const stream of outcome.failed) failed.add(stream);
    // Streams that continue all the time are left for the next assignment.
    if (outcome.refolded === 0 && outcome.failed.length === 0) return;
  }
}
