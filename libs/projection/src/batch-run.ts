import { toCloudEvent } from '#contracts/cloud-events.js';
import type { RecordedEvent } from '#contracts/envelope.js';
import { parseEvent, type BroadsideEvent } from '#contracts/events.js';
import type { BatchMessage } from '#kafka/message-batch.js';
import type { ClientBase } from 'pg';
import { haltStreams, storeDeadLetters, type DeadLetter } from './dead-letters.js';
import { pipelined } from '#postgres/pipelined.js';
import { isLoadable, parkedToLoad } from './loadable-events.js';
import { parkEvents, unparkEvents, type ParkedEvent } from './parked-events.js';
import { reasonOf } from './portion.js';
import type { ProjectionSet } from './projection.js';
import { RowCache } from './row-cache.js';
import { readStreamStates, storeStreamProgress, newStreamState, type StreamState } from './stream-state.js';
import { knowsType } from './knows-type.js';
import { noteUnknownEvents } from './unknown-events.js';

/**
 * Loads a run with everything that the messages, and the parked events of their streams, may need of the database; one
 * round trip if nothing is parked. An event that breaks its contract loads nothing and is judged later. A message that
 * becomes a dead letter loads nothing either, because loading may be what failed.
 * @param streams those of the messages, and others that are to be resumed
 * @param fault why the messages become dead letters
 */
export async function loadRun(
  client: ClientBase,
  set: ProjectionSet,
  { messages, streams = streamsOf(messages) }: { messages: BatchMessage[]; streams?: string[] },
  fault?: string,
): Promise<BatchRun> {
  if (fault !== undefined) {
    return new BatchRun(set, await readStreamStates(client, set.schema, streams), RowCache.empty(), fault);
  }
  const events = messages.flatMap(({ event }) => (event && isLoadable(set, event) ? [event as BroadsideEvent] : []));
  const [states, rows] = await pipelined([
    readStreamStates(client, set.schema, streams),
    RowCache.load(client, set, events),
  ]);
  const parked = [...states.values()].flatMap((state) => parkedToLoad(set, state));
  const more = parked.length > 0 && (await RowCache.load(client, set, [...events, ...parked]));
  return new BatchRun(set, states, more || rows);
}

const streamsOf = (messages: BatchMessage[]) => [
  ...new Set(messages.flatMap(({ event }) => (event ? [event.stream] : []))),
];

/**
 * Writes the results of a run, except rows that other partitions write too (`rows.saveShared`). @returns how many
 * events were parked for the first time.
 */
export async function storeRun(
  client: ClientBase,
  { schema }: ProjectionSet,
  { topic, partition }: { topic: string; partition: number },
  run: BatchRun,
): Promise<number> {
  const [newlyParked] = await pipelined([
    parkEvents(client, schema, run.parked),
    unparkEvents(client, schema, run.drained),
    run.rows.save(client),
    storeStreamProgress(client, schema, run.progress),
    haltStreams(client, schema, run.letters),
    storeDeadLetters(client, schema, topic, partition, run.letters),
    noteUnknownEvents(client, schema, run.passed),
  ]);
  return newlyParked;
}

/** One pass over a batch's messages, in order. */
export class BatchRun {
  readonly progress = new Map<string, number>();
  readonly parked: ParkedEvent[] = [];
  readonly drained: RecordedEvent[] = [];
  readonly letters: DeadLetter[] = [];
  /** Events that were passed by, because their type belongs to a newer version. */
  readonly passed: RecordedEvent[] = [];
  /** The type of each such event of these messages, passed by or parked. */
  readonly unknownTypes: string[] = [];
  /** The messages' events that were applied; and those that were applied or passed by. */
  applied = 0;
  taken = 0;
  skipped = 0;
  /** The parked events whose streams wait for a newer version. */
  waiting = 0;
  sequenceCheck = 0n;

  constructor(
    private readonly set: ProjectionSet,
    private readonly states: Map<string, StreamState>,
    readonly rows: RowCache<unknown>,
    private readonly fault?: string,
  ) {}

  take(message: BatchMessage): void {
    if (message.sequenceCheck !== undefined) {
      this.sequenceCheck =
        BigInt(message.sequenceCheck) > this.sequenceCheck ? BigInt(message.sequenceCheck) : this.sequenceCheck;
      return;
    }
    if (!message.event) {
      this.letters.push({ message, reason: message.malformed ?? 'not an event' });
      return;
    }
    const { event, offset } = message;
    const state = this.states.get(event.stream) ?? newStreamState();
    if (event.version <= state.version) this.skipped += 1;
    else if (state.halted || event.version > state.version + 1) this.park({ event, offset }, state);
    else if (this.fault === undefined && this.waits(event, state)) this.park({ event, offset }, state);
    else if (this.apply(message, event, state)) this.count(event, 'came');
    if (this.fault === undefined && !state.halted) this.drain(offset, state);
  }

  /** Resumes a halted stream from its parked events. `offset` is where it halted. */
  resume(stream: string, offset: string): void {
    const state = this.states.get(stream);
    if (!state) return;
    state.halted = false;
    this.drain(offset, state);
  }

  /** Resumes a stream that is not halted. @returns whether more of it may be parked than was loaded. */
  goOn(stream: string, offset: string): boolean {
    const state = this.states.get(stream);
    if (!state || state.halted) return false;
    this.drain(offset, state);
    return !state.halted && this.progress.has(stream) && state.version >= state.parkedUpTo;
  }

  /** Whether an event that is next in its stream must be parked all the same, or is parked already. */
  private waits(event: RecordedEvent, state: StreamState): boolean {
    if (state.parked.has(event.version) || event.version > state.parkedUpTo) return true;
    return this.mustWait(event);
  }

  private mustWait({ type }: RecordedEvent): boolean {
    return this.set.unknownTypes === 'park' && !knowsType(this.set, type);
  }

  private park(parked: ParkedEvent, state: StreamState): void {
    const { version, type } = parked.event;
    if (state.parked.has(version)) return;
    state.parked.set(version, parked);
    this.parked.push(parked);
    const next = state.parked.get(state.version + 1);
    if (!state.halted && next && this.mustWait(next.event)) this.waiting += 1;
    if (!knowsType(this.set, type)) this.unknownTypes.push(type);
  }

  private count({ type }: RecordedEvent, how: 'came' | 'was parked'): void {
    this.taken += 1;
    if (knowsType(this.set, type)) this.applied += 1;
    else if (how === 'came') this.unknownTypes.push(type);
  }

  private apply(message: BatchMessage, event: RecordedEvent, state: StreamState): boolean {
    if (this.fault !== undefined) return this.halt(message, event, state, this.fault);
    if (!knowsType(this.set, event.type)) {
      this.passed.push(event);
    } else {
      try {
        const parsed = parseEvent(event);
        if (this.set.handling[event.type] === 'fold') this.rows.apply(parsed);
      } catch (error) {
        return this.halt(message, event, state, reasonOf(error));
      }
    }
    state.version = event.version;
    this.progress.set(event.stream, event.version);
    return true;
  }

  /** An event that cannot be applied halts its stream, and is parked before the stream's later events. */
  private halt(message: BatchMessage, event: RecordedEvent, state: StreamState, reason: string): false {
    state.halted = true;
    this.letters.push({ message: { ...message, event }, reason });
    this.park({ event, offset: message.offset }, state);
    return false;
  }

  private drain(offset: string, state: StreamState): void {
    for (;;) {
      const next = state.parked.get(state.version + 1);
      if (!next || this.mustWait(next.event)) return;
      const inThisBatch = this.parked.indexOf(next);
      // The event may be parked already, with more events before it than were loaded.
      if (inThisBatch !== -1 && next.event.version > state.parkedUpTo) return;
      if (!this.apply(asMessage(next, offset), next.event, state)) return;
      state.parked.delete(next.event.version);
      if (inThisBatch === -1) {
        this.drained.push(next.event);
      } else {
        this.parked.splice(inThisBatch, 1);
        this.count(next.event, 'was parked');
      }
    }
  }
}

/** A parked event as it arrived. If its offset was not stored, it has that of the message that resumed its stream. */
function asMessage({ event, offset }: ParkedEvent, wokenAt: string): BatchMessage {
  const { key, value, headers } = toCloudEvent(event);
  return { offset: offset ?? wokenAt, key, event, raw: { key: Buffer.from(key), value: Buffer.from(value), headers } };
}
