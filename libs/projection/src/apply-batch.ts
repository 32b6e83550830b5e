import { isAway, isNotBuilt } from '#postgres/is-away.js';
import type { Pool } from 'pg';
import { applyPortion, nothingYet, OffsetGap, sumOf, type PortionOutcome } from './apply-portion.js';
import { inPlaceOf, partsOf, portionOf, type BatchInput, type Portion } from './portion.js';
import type { ProjectionSet } from './projection.js';

/**
 * Stores one batch of one partition: rows, stream versions and offset, each event once however often it is delivered.
 * If the database or the code refuses a batch, it is halved until the refused message is found, which becomes a dead
 * letter. No connection is held between two portions.
 * @throws OffsetGap; errors that say the database is away, after which the same batch may be given again.
 */
export const applyBatch = (pool: Pool, set: ProjectionSet, batch: BatchInput): Promise<PortionOutcome> =>
  applyPortions(pool, set, partsOf(portionOf(batch)), batch);

/** Stores the portions of a batch, in their order. */
export async function applyPortions(
  pool: Pool,
  set: ProjectionSet,
  portions: Portion[],
  { heartbeat }: Pick<BatchInput, 'heartbeat'> = {},
): Promise<PortionOutcome> {
  const waiting = [...portions];
  let outcome = nothingYet;
  for (let portion = waiting.shift(); portion; portion = waiting.shift()) {
    try {
      outcome = sumOf(outcome, await applyPortion(pool, set, portion));
    } catch (error) {
      const others = isTransient(error) ? [] : inPlaceOf(portion, error);
      if (others.length === 0) throw error;
      waiting.unshift(...others);
    }
    // Finding one of many may take longer than a member may stay silent in its group.
    if (waiting.length > 0) await heartbeat?.();
  }
  return outcome;
}

const isTransient = (error: unknown) => error instanceof OffsetGap || isAway(error) || isNotBuilt(error);
