import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { append, anEvent, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { eventStoreSuite } from './event-store.suite.js';

let stored: TestStore | undefined;

beforeAll(async () => {
  stored = await createTestStore();
});

afterAll(() => stored?.database.drop());

const there = (): TestStore => {
  if (!stored) throw new Error('the store is not there yet');
  return stored;
};

eventStoreSuite('the event store in Postgres', () => there().store);

describe('the outbox', () => {
  test('holds every appended event, in the order of the versions', async () => {
    const { store, database } = there();
    const [one, two] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
    await store.transact((tx) => tx.append([append(one, 0, one, [anEvent(), anEvent(), anEvent()])], metadata()));
    const { expectedVersion: _, ...start } = append(two, 0);
    await store.startStream({ start, metadata: metadata(), idempotency: { key: two, fingerprint: 'f' }, answer: 1 });
    const { rows } = await database.pool.query<{ stream: string; version: number }>(
      'SELECT stream, version FROM outbox JOIN events USING (position) WHERE stream = ANY($1) ORDER BY outbox.id',
      [[one, two]],
    );
    expect(rows.map(({ stream, version }) => [stream, version])).toEqual([
      ...[1, 2, 3].map((version) => [one, version]),
      [two, 1],
    ]);
  });

  test('a transaction that cannot be committed returns no answer, stores nothing and calls no listener', async () => {
    const { store, database } = there();
    await database.pool.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'lost'; END $$;
      CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.key = 'refused at commit') EXECUTE FUNCTION refuse()`);
    const told: unknown[] = [];
    store.whenCommitted((events) => told.push(...events));
    const stream = `comment-${randomUUID()}`;
    const lost = store.transact((tx) => tx.append([append(stream, 0, 'refused at commit')], metadata()));
    await expect(lost).rejects.toThrow('lost');
    expect([await store.readStream(stream), told]).toEqual([[], []]);
  });
});
