import type { BroadsideEvent } from '#contracts/events.js';
import type { StoredMessage } from '#kafka/read-topic-to-end.js';
import { toBatchMessage, type BatchMessage } from '#kafka/message-batch.js';
import { inTransaction } from '#postgres/in-transaction.js';
import type { ClientBase, Pool } from 'pg';
import { BatchRun } from './batch-run.js';
import { DraftRows } from './draft-rows.js';
import { isLoadable } from './loadable-events.js';
import { maxBytesOfPortion, maxMessagesOfPortion } from './portions-of.js';
import type { ProjectionSet } from './projection.js';
import { RowCache } from './row-cache.js';
import { newStreamState, type StreamState } from './stream-state.js';

/** Folds some streams of a partition in memory, from their beginnings to their stored versions. */
export class RefoldInMemory {
  private readonly states: Map<string, StreamState>;
  private readonly draft: DraftRows;
  private waiting: BatchMessage[] = [];
  private bytes = 0;
  /** Of the largest message of each stream. */
  private readonly largest = new Map<string, number>();

  /** @param targets the versions, by stream */
  constructor(
    private readonly pool: Pool,
    set: ProjectionSet,
    private readonly targets: ReadonlyMap<string, number>,
  ) {
    this.draft = new DraftRows(set);
    this.states = new Map([...targets.keys()].map((stream) => [stream, newStreamState()]));
  }

  /** @returns whether the messages taken are as many as are folded at once. */
  take({ topic, partition, headers, ...stored }: StoredMessage): boolean {
    const target = this.targets.get(String(headers['ce_subject']));
    if (target === undefined) return false;
    const message = toBatchMessage(topic, partition, { ...stored, headers, attributes: 0 });
    if (!message.event || message.event.version > target) return false;
    this.waiting.push(message);
    const { stream } = message.event;
    const size = message.raw.value?.length ?? 0;
    this.largest.set(stream, Math.max(size, this.largest.get(stream) ?? 0));
    this.bytes += size;
    return this.waiting.length >= maxMessagesOfPortion || this.bytes >= maxBytesOfPortion;
  }

  /** Folds the messages taken. */
  async fold(): Promise<void> {
    const messages = this.waiting;
    [this.waiting, this.bytes] = [[], 0];
    if (messages.length === 0) return;
    await inTransaction(this.pool, async (client) => {
      const rows = await RowCache.load(client, this.draft.set, this.eventsOf(messages));
      const run = new BatchRun(this.draft.set, this.states, rows);
      for (const message of messages) run.take(message);
    });
  }

  /**
   * The streams that reached their stored version. Of the others, the topic no longer has all events, or one is
   * refused.
   */
  complete(): string[] {
    return [...this.targets].flatMap(([stream, target]) =>
      this.states.get(stream)?.version === target && !this.draft.sharing.has(stream) ? [stream] : [],
    );
  }

  /** About as much as its rows are made of. */
  bytesOf(stream: string): number {
    return this.largest.get(stream) ?? 0;
  }

  save(client: ClientBase, streams: string[]): Promise<void> {
    return this.draft.save(client, new Set(streams));
  }

  /** Includes events that arrived before their predecessors and may be applied now. */
  private eventsOf(messages: BatchMessage[]): BroadsideEvent[] {
    const came = messages.flatMap(({ event }) => (event ? [event] : []));
    const early = [...new Set(came.map(({ stream }) => stream))].flatMap((stream) =>
      [...(this.states.get(stream)?.parked.values() ?? [])].map(({ event }) => event),
    );
    return [...early, ...came].filter((event) => isLoadable(this.draft.set, event)) as BroadsideEvent[];
  }
}
