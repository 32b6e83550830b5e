import { readEnds, type PartitionEnd } from '#kafka/read-ends.js';
import { readLogTruncations } from '#projection/log-truncations.js';
import { upcomingTruncations } from '#projection/measure-lag.js';
import { measureProjection, type ProjectionMeasure } from '#projection/measure-projection.js';
import { readUnknownTypes } from '#projection/read-unknown-types.js';
import { readCheckpoints, type PartitionCheckpoint } from '#projection/read-checkpoints.js';
import { Fault } from '#tools/stack/fault.js';
import { inDatabase } from '#tools/stack/in-database.js';
import type { KnownSet } from './projection-sets.js';

export interface PartitionStatus {
  topic: string;
  partition: number;
  /** The offset after the checkpoint, and those of the topic's first message and after its last. */
  next: number;
  begin: number;
  end: number;
  /** Events that the relay has sent by its count, and that never arrived. */
  missing: number;
}

export interface SetStatus extends ProjectionMeasure {
  set: string;
  /** Types that were unknown when they arrived; their streams are parked or noted. `since` is ISO 8601. */
  unknownTypes: { type: string; streams: number; since: string }[];
  partitions: PartitionStatus[];
  /** Records that were deleted before they were read. */
  truncations: { topic: string; partition: number; expected: number; beginsAt: number }[];
}

const undefinedTable = '42P01';

/** The state of a projection set compared with its topics. @throws Fault if its tables do not exist. */
export async function measureSet(
  server: string,
  brokers: string[],
  { name, schema, database, topics }: KnownSet,
): Promise<SetStatus> {
  const ends = await readEnds(brokers, topics);
  return inDatabase(server, database, async (pool) => {
    try {
      const checkpoints = await readCheckpoints(pool, schema);
      const measure = await measureProjection(pool, schema);
      const late = [...(await readLogTruncations(pool, schema)), ...upcomingTruncations(checkpoints, ends)];
      const truncations = late.map(({ expected, beginsAt, ...where }) => {
        return { ...where, expected: Number(expected), beginsAt: Number(beginsAt) };
      });
      const unknownTypes = (await readUnknownTypes(pool, schema)).map(({ since, ...each }) => {
        return { ...each, since: since.toISOString() };
      });
      const partitions = ends.map((end) => statusOf(end, checkpoints));
      return { set: name, ...measure, unknownTypes, partitions, truncations };
    } catch (error) {
      if ((error as { code?: string }).code !== undefinedTable) throw error;
      throw new Fault(`The tables of ${name} are not there. They are made when their service starts: start it again.`);
    }
  });
}

function statusOf({ topic, partition, begin, end }: PartitionEnd, checkpoints: PartitionCheckpoint[]): PartitionStatus {
  const found = checkpoints.find((each) => each.topic === topic && each.partition === partition);
  const missing = found && found.sequenceCheck > found.counted ? found.sequenceCheck - found.counted : 0n;
  const next = found?.nextOffset ?? 0n;
  return {
    ...{ topic, partition, missing: Number(missing) },
    ...{ next: Number(next), begin: Number(begin), end: Number(end) },
  };
}
