import { toCloudEvent } from '#contracts/cloud-events.js';
import type { RecordedEvent } from '#contracts/envelope.js';
import { parseEvent, type BroadsideEvent } from '#contracts/events.js';
import type { BatchMessage } from '#kafka/message-batch.js';
import type { ClientBase } from 'pg';
import { haltStreams, storeDeadLetters, type DeadLetter } from './dead-letters.js';
import { inOneGo } from '#postgres/in-one-go.js';
import { parkEvents, unparkEvents } from './parked-events.js';
import { reasonOf } from './portion.js';
import type { ProjectionSet } from './projection.js';
import { RowCache } from './row-cache.js';
import { readStreamStates, storeStreamProgress, type StreamState } from './stream-state.js';

/**
 * A run with all that the messages, and what is parked of their streams, may need of the database; in one round trip
 * where nothing is parked. An event that breaks its contract loads nothing and is judged later; nor does what becomes a dead
 * letter, for loading may be what it broke.
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
    return new BatchRun(await readStreamStates(client, set.schema, streams), RowCache.empty(), fault);
  }
  const events = messages.flatMap(({ event }) => (event && fitsContract(event) ? [event as BroadsideEvent] : []));
  const [states, rows] = await inOneGo([
    readStreamStates(client, set.schema, streams),
    RowCache.load(client, set, events),
  ]);
  // What a halted stream keeps waiting is not applied, and may be what cannot be loaded.
  const going = [...states.values()].filter(({ halted }) => !halted);
  const parked = going.flatMap((state) => [...state.parked.values()]).filter(fitsContract);
  const more = parked.length > 0 && (await RowCache.load(client, set, [...events, ...(parked as BroadsideEvent[])]));
  return new BatchRun(states, more || rows);
}

const streamsOf = (messages: BatchMessage[]) => [
  ...new Set(messages.flatMap(({ event }) => (event ? [event.stream] : []))),
];

/** Writes what a run gave. @returns how many events were parked that were not before. */
export async function storeRun(
  client: ClientBase,
  { schema }: ProjectionSet,
  { topic, partition }: { topic: string; partition: number },
  run: BatchRun,
): Promise<number> {
  const [newlyParked] = await inOneGo([
    parkEvents(client, schema, run.parked),
    unparkEvents(client, schema, run.drained),
    run.rows.save(client),
    storeStreamProgress(client, schema, run.progress),
    haltStreams(client, schema, run.letters),
    storeDeadLetters(client, schema, topic, partition, run.letters),
  ]);
  return newlyParked;
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
export class BatchRun {
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
    private readonly fault?: string,
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
      this.drain(message.offset, state);
    }
  }

  /** Goes on with a stream that was halted, from what is parked. `offset` is where it halted. */
  resume(stream: string, offset: string): void {
    const state = this.states.get(stream);
    if (!state) return;
    state.halted = false;
    this.drain(offset, state);
  }

  private park(event: RecordedEvent, state: StreamState): void {
    if (state.parked.has(event.version)) return;
    state.parked.set(event.version, event);
    this.parked.push(event);
  }

  private apply(message: BatchMessage, event: RecordedEvent, state: StreamState): boolean {
    if (this.fault !== undefined) return this.halt(message, event, state, this.fault);
    try {
      this.rows.apply(parseEvent(event));
    } catch (error) {
      return this.halt(message, event, state, reasonOf(error));
    }
    state.version = event.version;
    this.progress.set(event.stream, event.version);
    return true;
  }

  /** An event that cannot be applied halts its stream, and waits first in the line of what is parked there. */
  private halt(message: BatchMessage, event: RecordedEvent, state: StreamState, reason: string): false {
    state.halted = true;
    this.letters.push({ message: { ...message, event }, reason });
    this.park(event, state);
    return false;
  }

  private drain(offset: string, state: StreamState): void {
    for (let next = state.parked.get(state.version + 1); next; next = state.parked.get(state.version + 1)) {
      if (!this.apply(asMessage(next, offset), next, state)) return;
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

/** A parked event as it came, but for its offset: that of the message that woke it. */
function asMessage(event: RecordedEvent, offset: string): BatchMessage {
  const { key, value, headers } = toCloudEvent(event);
  return { offset, key, event, raw: { key: Buffer.from(key), value: Buffer.from(value), headers } };
}
