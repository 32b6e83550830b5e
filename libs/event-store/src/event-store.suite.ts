import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import { Rejection, type Decider } from '#decider/decider.js';
import {
  EventTooLarge,
  IdempotencyKeyReused,
  largestEvent,
  VersionConflict,
  type Append,
  type EventStore,
} from './event-store.js';
import { handleCommand } from './handle-command.js';
import { startStream } from './start-stream.js';

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

/** One more event each time, whatever there is. */
const counting: Decider<number, 'count', DomainEvent> = {
  initialState: 0,
  evolve: (count) => count + 1,
  decide: () => [anEvent()],
};

const refusing: Decider<number, 'count', DomainEvent> = {
  ...counting,
  decide: () => {
    throw new Rejection('No', 'no');
  },
};

const begin = (store: EventStore, stream: string, key: string, decider = counting, fingerprint = 'f') =>
  startStream<number, 'count', DomainEvent, { stream: string; version: number }, unknown>(store, {
    stream,
    topic: 'comments.events.v1',
    key: stream,
    decider,
    command: () => 'count',
    idempotency: { key, fingerprint },
    metadata: metadata(),
    answer: (version) => ({ stream, version }),
  });

/** What every event store promises, whatever it is made of. */
export function eventStoreSuite(name: string, makeStore: () => EventStore): void {
  const count = (store: EventStore, stream: string, key: string = randomUUID(), fingerprint = 'f') =>
    handleCommand<number, 'count', DomainEvent, { version: number }, unknown>(store, {
      stream,
      topic: 'comments.events.v1',
      key: stream,
      decider: counting,
      command: 'count',
      idempotency: { key, fingerprint },
      metadata: metadata(),
      answer: (version) => ({ version }),
    });

  describe(name, () => {
    test('gives back what was appended, in order', async () => {
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
    ])('what is said to happen at %s, and was recorded at 03:04:06, happened at %s', async (said, happened) => {
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
    });

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

    test('of a transaction that fails nothing is left, neither events nor its key', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      const key = { key: stream, fingerprint: 'f' };
      const failing = store.transact(async (tx) => {
        await tx.claimCommand(key);
        await tx.append([append(stream, 0)], metadata());
        await tx.rememberAnswer(key, { version: 1 });
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

    test('a key used for another command is refused', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      await count(store, stream, stream, 'this');
      await expect(count(store, stream, stream, 'that')).rejects.toThrow(IdempotencyKeyReused);
    });

    test('a stream is begun by the first command of a key; what the same key asks again is answered as then', async () => {
      const store = makeStore();
      const [one, two] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
      const key = randomUUID();
      expect(await begin(store, one, key)).toEqual({ stream: one, version: 1 });
      expect(await begin(store, two, key)).toEqual({ stream: one, version: 1 });
      expect(await begin(store, two, key, refusing)).toEqual({ stream: one, version: 1 });
      expect(await store.readStream(two)).toHaveLength(0);
      await expect(begin(store, two, key, counting, 'g')).rejects.toThrow(IdempotencyKeyReused);
    });

    test('a stream that is there, or is refused, is not begun, and its key stays free', async () => {
      const store = makeStore();
      const [one, two] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
      const key = randomUUID();
      await begin(store, one, randomUUID());
      await expect(begin(store, one, key)).rejects.toThrow(VersionConflict);
      await expect(begin(store, two, key, refusing)).rejects.toThrow('no');
      expect(await begin(store, two, key)).toEqual({ stream: two, version: 1 });
      expect(await store.readStream(one)).toHaveLength(1);
    });

    test('Promise 12: a stream begun 100 times at once by one key is begun once', async () => {
      const store = makeStore();
      const key = randomUUID();
      const streams = Array.from({ length: 100 }, () => `comment-${randomUUID()}`);
      const answers = await Promise.all(streams.map((stream) => begin(store, stream, key)));
      const told = new Set(answers.map(({ stream }) => stream));
      expect(told.size).toBe(1);
      const lengths = await Promise.all(streams.map(async (stream) => (await store.readStream(stream)).length));
      expect(lengths.filter((length) => length === 1)).toHaveLength(1);
      expect(told).toEqual(new Set(streams.filter((_, index) => lengths[index] === 1)));
    });

    test('Promise 11: of 50 racing writers one wins each round, and versions stay contiguous', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      const answers = await Promise.all(Array.from({ length: 50 }, () => count(store, stream)));
      const versions = answers.map(({ version }) => version).sort((one, other) => one - other);
      expect(versions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect((await store.readStream(stream)).map(({ version }) => version)).toEqual(versions);
      const racers = Array.from({ length: 50 }, () =>
        store
          .transact((tx) => tx.append([append(stream, 50)], metadata()))
          .then(
            () => 'won',
            (error: unknown) => (error instanceof VersionConflict ? 'lost' : error),
          ),
      );
      expect((await Promise.all(racers)).sort()).toEqual([...Array.from({ length: 49 }, () => 'lost'), 'won']);
    });

    test('Promise 12: a command sent 100 times at once is one command with one answer', async () => {
      const store = makeStore();
      const stream = `comment-${randomUUID()}`;
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 100 }, () => count(store, stream, key)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"version":1}']));
      expect(await store.readStream(stream)).toHaveLength(1);
    });
  });
}
