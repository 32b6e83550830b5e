import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import { EventTooLarge, largestEvent, VersionConflict, type Append, type EventStore } from './event-store.js';

const metadata = () => ({ correlationId: 'c', recordedAt: '2026-01-02T03:04:06.000Z' });

const anEvent = (): DomainEvent => ({
  id: randomUUID(),
  type: 'CommentPosted',
  occurredAt: '2026-01-02T03:04:05.678Z',
  data: commentPosted,
});

const append = (stream: string, expectedVersion: number, events = [anEvent()]): Append => ({
  stream,
  expectedVersion,
  topic: 'comments.events.v1',
  key: stream,
  events,
});

/** What every implementation of the event store must do. */
export function eventStoreSuite(name: string, makeStore: () => EventStore): void {
  describe(name, () => {
    test('returns what was appended, in order', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      const events = [anEvent(), anEvent()];
      await store.transact((tx) => tx.append([append(stream, 0, events)], metadata()));
      const read = await store.readStream(stream);
      expect(read).toMatchObject([
        { ...events[0], stream, version: 1, correlationId: 'c', recordedAt: '2026-01-02T03:04:06.000Z' },
        { ...events[1], stream, version: 2 },
      ]);
    });

    test.each([
      ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
      ['2026-01-02T03:04:06.001Z', '2026-01-02T03:04:06.000Z'],
      ['9999-12-31T23:59:59.9999999Z', '2026-01-02T03:04:06.000Z'],
      ['2019-04-02T08:00:59.9999999Z', '2019-04-02T08:00:59.999Z'],
      ['2019-04-02T08:00Z', '2019-04-02T08:00:00.000Z'],
      ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ])(
      'an event given as occurred at %s and recorded at 03:04:06 is stored as occurred at %s',
      async (said, happened) => {
        const store = makeStore();
        const [begun, appended] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
        const events = () => [{ ...anEvent(), occurredAt: said }];
        const start = { stream: begun, topic: 'comments.events.v1' as const, key: begun, events: events() };
        const idempotency = { key: randomUUID(), fingerprint: 'f' };
        await store.startStream({ start, metadata: metadata(), idempotency, answer: {} });
        await store.transact((tx) => tx.append([append(appended, 0, events())], metadata()));
        for (const stream of [begun, appended]) {
          const [event] = await store.readStream(stream);
          expect([event?.occurredAt, event?.recordedAt]).toEqual([happened, '2026-01-02T03:04:06.000Z']);
        }
      },
    );

    test.each([
      ['lower than', 0],
      ['higher than', 2],
    ])('refuses an expected version %s the stream’s', async (_how, expected) => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      await store.transact((tx) => tx.append([append(stream, 0)], metadata()));
      const late = store.transact((tx) => tx.append([append(stream, expected)], metadata()));
      await expect(late).rejects.toThrow(VersionConflict);
      expect(await store.readStream(stream)).toHaveLength(1);
    });

    test('appends to several streams, or to none', async () => {
      const store = makeStore();
      const [one, two] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
      await expect(store.transact((tx) => tx.append([append(one, 0), append(two, 7)], metadata()))).rejects.toThrow(
        VersionConflict,
      );
      expect(await store.readStream(one)).toHaveLength(0);
    });

    test('a transaction that fails leaves nothing behind, neither events nor its key', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      const key = { key: stream, fingerprint: 'f' };
      const failing = store.transact(async (tx) => {
        await tx.claimCommand(key);
        await tx.append([append(stream, 0)], metadata());
        await tx.storeAnswer(key, { version: 1 });
        throw new Error('gone wrong');
      });
      await expect(failing).rejects.toThrow('gone wrong');
      expect([await store.readStream(stream), await store.recall(key)]).toEqual([[], undefined]);
    });

    test('refuses an event that is too large for Kafka', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      const event = { ...anEvent(), data: { body: 'x'.repeat(largestEvent) } };
      const tooLarge = store.transact((tx) => tx.append([append(stream, 0, [event])], metadata()));
      await expect(tooLarge).rejects.toThrow(EventTooLarge);
      expect(await store.readStream(stream)).toHaveLength(0);
    });
  });
}
