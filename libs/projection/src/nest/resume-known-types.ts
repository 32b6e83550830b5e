import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { drainParked } from '../drain-parked.js';
import type { ProjectionSet } from '../projection.js';
import { refold } from '../refold.js';

interface Place {
  pool: Pool;
  set: ProjectionSet;
  brokers: string[];
  log: Logger;
}

interface Going {
  signal: AbortSignal;
  /** Runs a portion when it may run beside other work. */
  turn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Called when there are new dead letters. */
  deadLetters(): void;
}

/** Resumes all streams that waited for a version that knows a type as this one does, and logs the progress. */
export async function resumeKnownTypes({ pool, set, brokers, log }: Place, { signal, turn, deadLetters }: Going) {
  const { schema } = set;
  if (set.unknownTypes === 'skip') {
    const onPortion = ({ refolded, moved, failed }: { refolded: number; moved: string[]; failed: string[] }) => {
      log.info({ schema, refolded, moved: moved.length }, 'streams were folded again with the types known now');
      if (failed.length === 0) return;
      const some = failed.slice(0, 5);
      log.error(
        { schema, failed: failed.length, some },
        'streams cannot be folded again from their topic; rebuild the set',
      );
    };
    return refold(pool, set, { brokers, signal, turn, onPortion });
  }
  return drainParked(pool, set, {
    ...{ signal, turn },
    onPortion: (drained) => {
      log.info({ schema, ...drained }, 'streams that waited for this version have been resumed');
      if (drained.deadLetters > 0) deadLetters();
    },
  });
}
