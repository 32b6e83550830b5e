import type { RecordedEvent } from '#contracts/envelope.js';
import { parseEvent, type BroadsideEvent } from '#contracts/events.js';
import type { BatchMessage, MessageBatch } from '#kafka/message-batch.js';
import type { Pool, PoolClient } from 'pg';
import { lockCheckpoint, storeCheckpoint } from './checkpoint.js';
import { haltStreams, storeDeadLetters, type DeadLetter } from './dead-letters.js';
import { notifyProgress } from './notify-progress.js';
import { parkEvents, unparkEvents } from './parked-events.js';
import type { ProjectionSet } from './projection.js';
import { RowCache } from './row-cache.js';
import { readStreamStates, storeStreamProgress, type StreamState } from './stream-state.js';

/** The checkpoint lies before this batch: the consumer must go back to `seekTo`. */
export class OffsetGap extends Error {
  constructor(readonly seekTo: string) {
    super(`the checkpoint is at offset ${seekTo}`);
  }
}

export type BatchInput = Pick<MessageBatch, 'topic' | 'partition' | 'messages'>;

export interface BatchOutcome {
  applied: number;
  skipped: number;
  parked: number;
  deadLetters: number;
  /** Events the relay has sent that never came. */
  missing: bigint;
}

const dataFault = /^2[23]/;

/**
 * Stores one batch of one partition: rows, stream versions and offset in one transaction, each event once however often
 * it is delivered. An event that the database refuses is found by halving the batch, and becomes a dead letter.
 * @throws OffsetGap; database errors, after which the same batch may be given again.
 */
export async function applyBatch(
  pool: Pool,
  set: ProjectionSet,
  batch: BatchInput,
  fault?: string,
): Promise<BatchOutcome> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const outcome = await applyInTransaction(client, set, batch, fault);
    await client.query('COMMIT');
    return outcome;
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: unknown) => (broken = lost as Error));
    if (!dataFault.test((error as { code?: string }).code ?? '')) throw error;
    // Refused even as a dead letter of its stream: what names the stream cannot be stored either.
    if (fault !== undefined) return await applyBatch(pool, set, { ...batch, messages: batch.messages.map(unnamed) });
    return await applyHalves(pool, set, batch, String(error));
  } finally {
    client.release(broken);
  }
}

const unnamed = ({ event: _, ...message }: BatchMessage): BatchMessage => ({
  ...message,
  malformed: 'cannot be stored',
});

async function applyHalves(pool: Pool, set: ProjectionSet, batch: BatchInput, reason: string): Promise<BatchOutcome> {
  const { messages } = batch;
  if (messages.length === 1) return applyBatch(pool, set, batch, reason);
  const middle = messages.length >> 1;
  const first = await applyBatch(pool, set, { ...batch, messages: messages.slice(0, middle) });
  const second = await applyBatch(pool, set, { ...batch, messages: messages.slice(middle) });
  return {
    applied: first.applied + second.applied,
    skipped: first.skipped + second.skipped,
    parked: first.parked + second.parked,
    deadLetters: first.deadLetters + second.deadLetters,
    missing: second.missing,
  };
}

async function applyInTransaction(
  client: PoolClient,
  set: ProjectionSet,
  { topic, partition, messages }: BatchInput,
  fault: string | undefined,
): Promise<BatchOutcome> {
  const { schema } = set;
  const checkpoint = await lockCheckpoint(client, schema, topic, partition);
  const fresh = messages.filter(({ offset }) => BigInt(offset) >= checkpoint.nextOffset);
  const [first] = fresh;
  if (first && BigInt(first.offset) > checkpoint.nextOffset) throw new OffsetGap(checkpoint.nextOffset.toString());

  const streams = [...new Set(fresh.flatMap(({ event }) => (event ? [event.stream] : [])))];
  const states = await readStreamStates(client, schema, streams);
  const run = new BatchRun(states, await loadRows(client, set, fresh, states), fault);
  for (const message of fresh) run.take(message);

  await run.rows.save(client);
  await storeStreamProgress(client, schema, run.progress);
  await unparkEvents(client, schema, run.drained);
  const newlyParked = await parkEvents(client, schema, run.parked);
  await haltStreams(client, schema, run.letters);
  await storeDeadLetters(client, schema, topic, partition, run.letters);
  const last = fresh.at(-1);
  const counted = checkpoint.counted + BigInt(run.applied + newlyParked);
  const watermark = run.watermark > checkpoint.watermark ? run.watermark : checkpoint.watermark;
  if (last) {
    const nextOffset = BigInt(last.offset) + 1n;
    await storeCheckpoint(client, schema, topic, partition, { nextOffset, counted, watermark });
  }
  await notifyProgress(client, schema, run.progress);
  return {
    applied: run.applied,
    skipped: messages.length - fresh.length + run.skipped,
    parked: newlyParked,
    deadLetters: run.letters.length,
    missing: watermark > counted ? watermark - counted : 0n,
  };
}

/** Loads what any event of the batch may touch; one that breaks its contract touches nothing and is judged later. */
function loadRows(client: PoolClient, set: ProjectionSet, messages: BatchMessage[], states: Map<string, StreamState>) {
  const parked = [...states.values()].flatMap((state) => [...state.parked.values()]);
  const events = [...messages.flatMap(({ event }) => (event ? [event] : [])), ...parked];
  return RowCache.load(client, set, events.filter(fitsContract) as BroadsideEvent[]);
}

function fitsContract(event: RecordedEvent): boolean {
  try {
    parseEvent(event);
    return true;
  } catch {
    return false;
  }
}

/** One pass over a batch's messages, in their order. */
class BatchRun {
  readonly progress = new Map<string, number>();
  readonly parked: RecordedEvent[] = [];
  readonly drained: RecordedEvent[] = [];
  readonly letters: DeadLetter[] = [];
  applied = 0;
  skipped = 0;
  watermark = 0n;

  constructor(
    private readonly states: Map<string, StreamState>,
    readonly rows: RowCache<unknown>,
    private readonly fault: string | undefined,
  ) {}

  take(message: BatchMessage): void {
    if (message.watermark !== undefined) {
      this.watermark = BigInt(message.watermark) > this.watermark ? BigInt(message.watermark) : this.watermark;
      return;
    }
    if (!message.event) {
      this.letters.push({ message, reason: message.malformed ?? 'not an event' });
      return;
    }
    const { event } = message;
    const state = this.states.get(event.stream) ?? { version: 0, halted: false, parked: new Map() };
    if (event.version <= state.version) this.skipped += 1;
    else if (state.halted || event.version > state.version + 1) this.park(event, state);
    else if (this.apply(message, event, state)) {
      this.applied += 1;
      this.drain(message, state);
    }
  }

  private park(event: RecordedEvent, state: StreamState): void {
    if (state.parked.has(event.version)) return;
    state.parked.set(event.version, event);
    this.parked.push(event);
  }

  /** An event that cannot be applied halts its stream, and waits first in the line of what is parked there. */
  private apply(message: BatchMessage, event: RecordedEvent, state: StreamState): boolean {
    try {
      if (this.fault !== undefined) throw new Error(this.fault);
      this.rows.apply(parseEvent(event));
    } catch (error) {
      state.halted = true;
      this.letters.push({ message: { ...message, event }, reason: reasonOf(error) });
      this.park(event, state);
      return false;
    }
    state.version = event.version;
    this.progress.set(event.stream, event.version);
    return true;
  }

  private drain(message: BatchMessage, state: StreamState): void {
    for (let next = state.parked.get(state.version + 1); next; next = state.parked.get(state.version + 1)) {
      if (!this.apply(message, next, state)) return;
      const inThisBatch = this.parked.indexOf(next);
      state.parked.delete(next.version);
      if (inThisBatch === -1) {
        this.drained.push(next);
      } else {
        this.parked.splice(inThisBatch, 1);
        this.applied += 1;
      }
    }
  }
}

const reasonOf = (error: unknown) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2_000);
