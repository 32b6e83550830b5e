import type { Pool } from 'pg';
import { refoldedAtOnce } from './claim-unknown.js';
import type { ProjectionSet } from './projection.js';
import { refoldPartition, type Refolding } from './refold.js';

/**
 * Folds streams again in whose rows an older version may have left out fields that it did not know. Two replicas may do
 * it at once: what they write is the same.
 * @returns whether streams are left that continue all the time.
 * @throws errors that say that Kafka or the database is away; rows that were written before stay.
 */
export async function refoldBehind(pool: Pool, set: ProjectionSet, refolding: Refolding): Promise<boolean> {
  const { behind } = set;
  if (!behind) return false;
  const { topic, projections, whenSaved } = behind;
  const failed = new Set<string>();
  const continuing = new Set<string>();
  while (!refolding.signal.aborted) {
    const found = (await behind.find(pool)).filter(({ stream }) => !failed.has(stream) && !continuing.has(stream));
    const [first] = found;
    if (!first) break;
    const ofOne = found.filter(({ partition }) => partition === first.partition).slice(0, refoldedAtOnce);
    const claimed = { topic, partition: first.partition, streams: ofOne.map(({ stream }) => stream) };
    const outcome = await refoldPartition(pool, { ...set, projections }, claimed, { ...refolding, whenSaved });
    refolding.onPortion?.(outcome);
    for (const stream of outcome.failed) failed.add(stream);
    // Those of other partitions do not wait for streams that continue all the time.
    if (outcome.refolded === 0 && outcome.failed.length === 0) {
      for (const stream of outcome.moved) continuing.add(stream);
    }
  }
  return continuing.size > 0;
}
