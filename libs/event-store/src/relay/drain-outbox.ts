import type { Publisher } from '#kafka/publisher.js';
import { deleteRelayed } from './delete-relayed.js';
import { fetchOutbox, type OutboxRow } from './fetch-outbox.js';
import { readRelayed } from './read-relayed.js';
import { RepublishedPace } from './republished-pace.js';
import type { Leadership } from './take-leadership.js';
import { toMessages, toSequenceChecks } from './to-messages.js';

export interface Draining {
  leadership: Leadership;
  publisher: Publisher;
  batchSize: number;
  /** Resolves when new rows may be waiting, or after so many milliseconds. */
  idle(ms: number): Promise<void>;
  isStopping(): boolean;
  onRelayed?(count: number): void;
  /** Called between Kafka's acknowledgement and the delete; tests stop a relay exactly here. */
  afterAck?(): Promise<void>;
}

const pollMs = 1_000;
/** Milliseconds without a send after which the outbox is quiet, and the counts of the sequence check are sent. */
const sequenceCheckAfterMs = 1_000;
/** The same while it is not quiet. */
const sequenceCheckAtLatestMs = 10_000;

/**
 * Moves the outbox to Kafka until `isStopping` or until something fails. While Kafka stores one batch, the next is fetched
 * and the previous one is deleted. A batch is sent only after Kafka acknowledged the one before.
 * @throws the error of Kafka or Postgres. Nothing is lost: events that were sent but not deleted are sent again.
 */
export async function drainOutbox(draining: Draining): Promise<void> {
  const { leadership, publisher, batchSize, idle, isStopping } = draining;
  const { client } = leadership;
  const underway = new Set<string>();
  const announced = new Map<string, string>();
  const pace = new RepublishedPace();
  let announcedAt = 0;
  let sentAt = 0;
  let acknowledged: Promise<void> = Promise.resolve();
  let deleted: Promise<void> = Promise.resolve();

  const send = (rows: OutboxRow[]) => {
    sentAt = Date.now();
    const ids = rows.map((row) => row.outbox_id);
    for (const id of ids) underway.add(id);
    acknowledged = publisher.publish(toMessages(rows));
    deleted = Promise.all([deleted, acknowledged]).then(async () => {
      await draining.afterAck?.();
      await deleteRelayed(client, ids);
      for (const id of ids) underway.delete(id);
      draining.onRelayed?.(ids.length);
    });
    // The next round awaits them; until then a failure must not count as an unhandled rejection.
    acknowledged.catch(() => undefined);
    deleted.catch(() => undefined);
  };

  const announce = async () => {
    announcedAt = Date.now();
    const counts = (await readRelayed(client)).filter(
      ({ topic, partition, count }) => announced.get(`${topic}/${partition}`) !== count,
    );
    if (counts.length === 0) return;
    await publisher.publish(toSequenceChecks(counts));
    for (const { topic, partition, count } of counts) announced.set(`${topic}/${partition}`, count);
  };

  while (!isStopping() && !leadership.isLost()) {
    const republished = pace.share;
    const fetched = await fetchOutbox(client, { live: batchSize, republished, underway: [...underway] });
    pace.fetched(republished, fetched);
    const { rows, isAllLive } = fetched;
    await acknowledged;
    // The count reveals the loss of a stream's last event, so it is sent once the outbox is quiet. Under load it is sent
    // rarely, because it would delay events.
    const isQuiet = rows.length === 0 && Date.now() - sentAt >= sequenceCheckAfterMs;
    const due = announcedAt + (isQuiet ? sequenceCheckAfterMs : sequenceCheckAtLatestMs);
    if (Date.now() >= due) await announce();
    if (rows.length > 0) send(rows);
    // Limits the rows that are sent but not deleted yet.
    if (underway.size > 2 * batchSize) await deleted;
    // Every later commit wakes us, and its events are then fetched.
    if (isAllLive) await Promise.race([idle(pace.waitMs ?? pollMs), failureOf(deleted)]);
  }
  await deleted;
}

const failureOf = (promise: Promise<void>) => promise.then(() => new Promise<never>(() => undefined));
