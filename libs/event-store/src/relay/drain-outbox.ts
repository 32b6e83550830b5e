import type { Publisher } from '#kafka/publisher.js';
import { deleteRelayed } from './delete-relayed.js';
import { fetchOutbox, type OutboxRow } from './fetch-outbox.js';
import { readRelayed } from './read-relayed.js';
import { RepublishedPace } from './republished-pace.js';
import type { Leadership } from './take-leadership.js';
import { toMessages, toWatermarks } from './to-messages.js';

export interface Draining {
  leadership: Leadership;
  publisher: Publisher;
  batchSize: number;
  /** Resolves when there may be something new, or after so many milliseconds. */
  idle(ms: number): Promise<void>;
  isStopping(): boolean;
  onRelayed?(count: number): void;
  /** Between Kafka's acknowledgement and the delete; tests stop a relay exactly here. */
  afterAck?(): Promise<void>;
}

const pollMs = 1_000;
const watermarkAfterMs = 1_000;
const watermarkAtLatestMs = 10_000;

/**
 * Moves the outbox to Kafka until told to stop or until something fails. While one batch is on its way to Kafka the
 * next is fetched and the one before is deleted, but a batch is sent only when the one before it was acknowledged.
 * @throws whatever Kafka or Postgres answered; nothing is lost, what was sent but not deleted is sent again.
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
    // Awaited at the next turn; until then a failure must not count as unhandled.
    acknowledged.catch(() => undefined);
    deleted.catch(() => undefined);
  };

  const announce = async () => {
    announcedAt = Date.now();
    const counts = (await readRelayed(client)).filter(
      ({ topic, partition, count }) => announced.get(`${topic}/${partition}`) !== count,
    );
    if (counts.length === 0) return;
    await publisher.publish(toWatermarks(counts));
    for (const { topic, partition, count } of counts) announced.set(`${topic}/${partition}`, count);
  };

  while (!isStopping() && !leadership.isLost()) {
    const republished = pace.share;
    const fetched = await fetchOutbox(client, { live: batchSize, republished, underway: [...underway] });
    pace.fetched(republished, fetched);
    const { rows, isAllLive } = fetched;
    await acknowledged;
    // It shows the loss of a stream's last event, once all is quiet; under way it would only hold up other events.
    const isQuiet = rows.length === 0 && Date.now() - sentAt >= watermarkAfterMs;
    const due = announcedAt + (isQuiet ? watermarkAfterMs : watermarkAtLatestMs);
    if (Date.now() >= due) await announce();
    if (rows.length > 0) send(rows);
    if (underway.size > 2 * batchSize) await deleted;
    // What is committed from now on says so, and is then fetched.
    if (isAllLive) await Promise.race([idle(pace.waitMs ?? pollMs), failureOf(deleted)]);
  }
  await deleted;
}

const failureOf = (promise: Promise<void>) => promise.then(() => new Promise<never>(() => undefined));
