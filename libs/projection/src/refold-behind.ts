import type { Pool } from 'pg';
import { refoldedAtOnce } from './claim-unknown.js';
import type { BehindStream, ProjectionSet } from './projection.js';
import { refoldPartition, type Refolding } from './refold.js';

/** Bytes of rows behind which a reading of a partition takes no further stream: all are held in memory. */
export const refoldedBytesAtOnce = 20_000_000;

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
    const ofOne = untilFull(found.filter(({ partition }) => partition === first.partition));
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

/** The first is taken whatever its size. */
function untilFull(streams: BehindStream[]): BehindStream[] {
  let before = 0;
  const end = streams.findIndex(({ bytes }, at) => {
    if (before >= refoldedBytesAtOnce || at >= refoldedAtOnce) return true;
    before += bytes;
    return false;
  });
  return end === -1 ? streams : streams.slice(0, end);
}
