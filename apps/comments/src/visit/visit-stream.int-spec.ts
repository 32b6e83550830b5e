import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { append, createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { visitStream } from './visit-stream.js';

let made: TestStore;
beforeAll(async () => void (made = await createTestStore()));
afterAll(() => made.database.drop());

test('what an account has seen is read of the last event alone, however many visits there were', async () => {
  const [articleId, personId] = [randomUUID(), randomUUID()];
  const { stream, kept } = visitStream(articleId, personId);
  const read = async () => {
    const client = await made.database.pool.connect();
    return (kept ? kept.read(client) : Promise.reject(new Error('none'))).finally(() => client.release());
  };
  expect(await read()).toEqual({ state: { upTo: undefined }, version: 0 });
  const visited = (upTo: string) => ({
    ...{ id: randomUUID(), type: 'ThreadVisited', occurredAt: upTo },
    data: { articleId, personId, upTo, actor: { kind: 'person', id: personId } },
  });
  const days = ['2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z', '2026-01-04T00:00:00.000Z'];
  await made.store.transact((tx) => tx.append([append(stream, 0, articleId, days.map(visited))], metadata()));
  expect(await read()).toEqual({ state: { upTo: days[2] }, version: 3 });
});
