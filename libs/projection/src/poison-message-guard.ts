import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { applyBatch, applyPortions } from './apply-batch.js';
import { nothingYet, sumOf, type PortionOutcome } from './apply-portion.js';
import { nobody, type Attempt } from './attempt.js';
import { noteAttempt } from './note-attempt.js';
import { deadLetterOf, oneByOne, partsAt, partsOf, portionOf, type BatchInput, type Portion } from './portion.js';
import type { ProjectionSet } from './projection.js';
import { readAttempt } from './read-attempt.js';
import { SharedExclusiveLock } from './shared-exclusive-lock.js';
import { withdrawAttempt } from './withdraw-attempt.js';

/** Processes that a message may end, each while it does nothing else, before the message becomes a dead letter. */
export const maxEndsAlone = 2;

const keyOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;

/**
 * Applies the batches of one process. A message that ends the process (no memory left, a crash of native code) comes
 * first again when the process restarts, or in another replica. So the first batch of a partition that was assigned is
 * noted before it is applied, and the note is deleted in the transaction that stores the batch. A process that finds a
 * note applies the noted messages one by one, each noted, with nothing beside, until one has ended {@link
 * maxEndsAlone} processes. After the first batch nothing is noted.
 */
export class PoisonMessageGuard {
  private readonly process = randomUUID();
  private readonly lock = new SharedExclusiveLock();
  /** Partitions of which a batch was stored since they were assigned. */
  private readonly proven = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly set: ProjectionSet,
  ) {}

  /** A topic's partitions were assigned to this process; it does not know at which messages earlier processes ended. */
  assigned(topic: string): void {
    for (const key of this.proven) if (key.startsWith(`${topic}/`)) this.proven.delete(key);
  }

  /** Runs other work on the same rows, but not while a message is applied that may end the process. */
  beside<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.lock.shared(work);
  }

  /** As {@link applyBatch}. */
  async apply(batch: BatchInput): Promise<PortionOutcome> {
    if (this.proven.has(keyOf(batch))) return this.lock.shared(() => applyBatch(this.pool, this.set, batch));
    const outcome = await this.applyFirst(batch);
    this.proven.add(keyOf(batch));
    return outcome;
  }

  private async applyFirst(batch: BatchInput): Promise<PortionOutcome> {
    const { nextOffset, attempt } = await readAttempt(this.pool, this.set.schema, batch.topic, batch.partition);
    const fresh = partsAt(portionOf(batch), nextOffset)[1];
    if (!attempt || (!attempt.alone && !this.hasEnded(attempt))) return this.applyNoted(fresh, batch);
    const [suspects, others] = partsAt(fresh, attempt.suspectUntil);
    let outcome = nothingYet;
    for (const single of oneByOne(suspects)) {
      outcome = sumOf(outcome, await this.applyAlone(single, attempt, batch));
      await batch.heartbeat?.();
    }
    return sumOf(outcome, await this.applyNoted(others, batch));
  }

  private applyNoted(portion: Portion, batch: BatchInput): Promise<PortionOutcome> {
    return this.lock.shared(() =>
      portion.messages.length > 0
        ? this.attempt(portion, { suspectUntil: portion.next, alone: false, ends: 0 }, batch)
        : applyPortions(this.pool, this.set, [portion], batch),
    );
  }

  private applyAlone(single: Portion, attempt: Attempt, batch: BatchInput): Promise<PortionOutcome> {
    const isFirst = attempt.alone && offsetOf(single) === attempt.firstOffset;
    const ends = isFirst ? attempt.ends + (this.hasEnded(attempt) ? 1 : 0) : 0;
    const { suspectUntil } = attempt;
    return this.lock.exclusive(() => {
      if (ends < maxEndsAlone) return this.attempt(single, { suspectUntil, alone: true, ends }, batch);
      const fault = `${ends} processes ended while they applied this and nothing else`;
      return applyPortions(this.pool, this.set, [{ ...deadLetterOf(single, fault), attempted: true }], batch);
    });
  }

  private async attempt(portion: Portion, what: AttemptKind, batch: BatchInput): Promise<PortionOutcome> {
    const { pool, set, process } = this;
    const { topic, partition } = portion;
    await noteAttempt(pool, set.schema, {
      ...{ topic, partition, firstOffset: offsetOf(portion), attemptedBy: process },
      ...what,
    });
    try {
      return await applyPortions(pool, set, partsOf({ ...portion, attempted: true }), batch);
    } catch (error) {
      // A batch that failed has ended no process. If this cannot be stored either, the note still names this living
      // process.
      await withdrawAttempt(pool, set.schema, portion, process).catch(() => undefined);
      throw error;
    }
  }

  /** Whether the process that made the attempt has ended. */
  private hasEnded({ attemptedBy }: Attempt): boolean {
    return attemptedBy !== nobody && attemptedBy !== this.process;
  }
}

type AttemptKind = Pick<Attempt, 'suspectUntil' | 'alone' | 'ends'>;

const offsetOf = ({ messages: [first], from }: Portion) => (first ? BigInt(first.offset) : from);
