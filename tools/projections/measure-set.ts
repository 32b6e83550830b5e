import { readEnds } from '#kafka/read-ends.js';
import { measureProjection, type ProjectionMeasure } from '#projection/measure-projection.js';
import { readCheckpoints } from '#projection/read-checkpoints.js';
import { Fault } from '#tools/stack/fault.js';
import { inDatabase } from '#tools/stack/in-database.js';
import type { KnownSet } from './projection-sets.js';

export interface PartitionStatus {
  topic: string;
  partition: number;
  /** Messages stored and messages there are. */
  next: number;
  end: number;
  /** Events the relay says it has sent and that never came. */
  missing: number;
}

export interface SetStatus extends ProjectionMeasure {
  set: string;
  partitions: PartitionStatus[];
}

const undefinedTable = '42P01';

/** How a projection set stands against its topics. @throws Fault when its tables are not there. */
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
      const partitions = ends.map(({ topic, partition, end }) => {
        const found = checkpoints.find((each) => each.topic === topic && each.partition === partition);
        const missing = found && found.watermark > found.counted ? found.watermark - found.counted : 0n;
        return { topic, partition, next: Number(found?.nextOffset ?? 0n), end: Number(end), missing: Number(missing) };
      });
      return { set: name, ...measure, partitions };
    } catch (error) {
      if ((error as { code?: string }).code !== undefinedTable) throw error;
      throw new Fault(`The tables of ${name} are not there. They are made when their service starts: start it again.`);
    }
  });
}
