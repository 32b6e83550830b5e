import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '#contracts/envelope.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { Decider } from '#decider/decider.js';
import { conflict } from '#decider/rejection.js';
import { IdempotencyKeyReused, VersionConflict, type Append, type EventStore } from '#event-store/event-store.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { handleCommand } from './handle-command.js';

const metadata = () => ({ correlationId: 'c', recordedAt: '2026-01-02T03:04:06.000Z' });
const author = commentPosted.author.personId;

const anEvent = (): DomainEvent => ({
  id: randomUUID(),
  type: 'CommentPosted',
  occurredAt: '2026-01-02T03:04:05.678Z',
  data: { ...commentPosted, author: { personId: author, kind: 'guest', name: 'Ada' }, body: 'Once' },
});

const append = (stream: string, expectedVersion: number): Append => ({
  ...{ stream, expectedVersion, topic: 'comments.events.v1', key: stream },
  events: [{ ...anEvent(), type: 'CommentApproved' }],
});

/** Decides one more event each time, whatever the state. */
const counting: Decider<number, 'count', DomainEvent> = {
  initialState: 0,
  evolve: (count) => count + 1,
  decide: () => [anEvent()],
};

const refusing: Decider<number, 'count', DomainEvent> = {
  ...counting,
  decide: () => {
    throw conflict('No', 'no');
  },
};

const keyring = new InMemoryKeyring();
await keyring.createKeys([author]);
const sealing = <Client>(store: EventStore<Client>) => new SealingEventStore(store, keyring);

interface Told {
  stream: string;
  version: number;
}

const run = async <Client>(
  store: SealingEventStore<Client>,
  {
    stream,
    key,
    decider = counting,
    fingerprint = 'f',
    isNew = false,
  }: { stream: string; key: string; decider?: typeof counting; fingerprint?: string; isNew?: boolean },
): Promise<Told> => {
  const { answer } = await handleCommand(store, {
    of: { stream, topic: 'comments.events.v1', key: stream, isNew },
    decider,
    command: 'count' as const,
    sealedFor: [author],
    idempotency: { key, fingerprint },
    metadata: metadata(),
    answer: ({ version }): Told => ({ stream, version }),
  });
  return answer;
};

/** What commands must do over every implementation of the event store. */
export function handleCommandSuite<Client>(name: string, makeStore: () => EventStore<Client>): void {
  type Store = SealingEventStore<Client>;
  const count = (store: Store, stream: string, key: string = randomUUID(), fingerprint = 'f') =>
    run(store, { stream, key, fingerprint });
  const begin = (store: Store, stream: string, key: string, decider = counting, fingerprint = 'f') =>
    run(store, { stream, key, decider, fingerprint, isNew: true });

  describe(name, () => {
    test.each([true, false])(
      'personal fields are stored sealed, in one statement or in a transaction (%s)',
      async (isNew) => {
        const kept = makeStore();
        const stream = `comment-${randomUUID()}`;
        await run(sealing(kept), { stream, key: stream, isNew });
        const [event] = await kept.readStream(stream);
        expect(event?.data).toMatchObject({ body: expect.stringMatching(/^s1\./), facts: commentPosted.facts });
      },
    );

    test('a repetition is reported as one, and work alongside is rolled back with a refused command', async () => {
      const kept = makeStore();
      const stream = `comment-${randomUUID()}`;
      const handling = (key: string, alongside: () => Promise<void>) =>
        handleCommand(sealing(kept), {
          of: { stream, topic: 'comments.events.v1' as const, key: stream },
          ...{ decider: counting, command: 'count' as const, sealedFor: [author], metadata: metadata(), alongside },
          idempotency: { key, fingerprint: 'f' },
          answer: ({ state }) => ({ state }),
        });
      const refused = handling('one', () => Promise.reject(new Error('taken')));
      await expect(refused).rejects.toThrow('taken');
      expect(await kept.readStream(stream)).toEqual([]);
      const fine = () => Promise.resolve();
      expect(await handling(stream, fine)).toEqual({ answer: { state: 1 }, repeated: false });
      expect(await handling(stream, fine)).toEqual({ answer: { state: 1 }, repeated: true });
    });

    test('a key used for another command is refused', async () => {
      const kept = makeStore();
      const store = sealing(kept);
      const stream = `comment-${randomUUID()}`;
      await count(store, stream, stream, 'this');
      await expect(count(store, stream, stream, 'that')).rejects.toThrow(IdempotencyKeyReused);
    });

    test('the first command of a key starts the stream; a repetition gets the same answer', async () => {
      const kept = makeStore();
      const store = sealing(kept);
      const [one, two] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
      const key = randomUUID();
      expect(await begin(store, one, key)).toEqual({ stream: one, version: 1 });
      expect(await begin(store, two, key)).toEqual({ stream: one, version: 1 });
      expect(await begin(store, two, key, refusing)).toEqual({ stream: one, version: 1 });
      expect(await store.readStream(two)).toHaveLength(0);
      await expect(begin(store, two, key, counting, 'g')).rejects.toThrow(IdempotencyKeyReused);
    });

    test('a stream that exists, or is refused, is not started, and its key stays free', async () => {
      const kept = makeStore();
      const store = sealing(kept);
      const [one, two] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
      const key = randomUUID();
      await begin(store, one, randomUUID());
      await expect(begin(store, one, key)).rejects.toThrow(VersionConflict);
      await expect(begin(store, two, key, refusing)).rejects.toThrow('no');
      expect(await begin(store, two, key)).toEqual({ stream: two, version: 1 });
      expect(await store.readStream(one)).toHaveLength(1);
    });

    test('Promise 12: a stream started 100 times at once by one key is started once', async () => {
      const kept = makeStore();
      const store = sealing(kept);
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
      const kept = makeStore();
      const store = sealing(kept);
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
      const kept = makeStore();
      const store = sealing(kept);
      const stream = `comment-${randomUUID()}`;
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 100 }, () => count(store, stream, key)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
        new Set([JSON.stringify({ stream, version: 1 })]),
      );
      expect(await store.readStream(stream)).toHaveLength(1);
    });
  });
}
