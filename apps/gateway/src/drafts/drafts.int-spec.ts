import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { problemOf } from '#http/problem-of.js';
import type { Caller } from '#identity/caller.js';
import { saveDrafts } from '#read-models/draft/save-drafts.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { Drafts } from './drafts.js';

const statuses = ['open', 'submitted', 'scheduled', 'submitted'] as const;
const rows = statuses.map((status, at) => ({
  ...{ articleId: randomUUIDv7(), authorId: randomUUIDv7(), status, note: null, reason: null },
  publishAt: status === 'scheduled' ? '2099-01-02T03:04:05.000Z' : null,
  ...{ createdAt: `2026-01-0${at + 1}T03:04:05.000Z`, updatedAt: `2026-01-0${at + 1}T03:04:05.000Z` },
  content: { title: `Of ${at}`, description: '', body: 'Words.', format: 'text' as const, tagList: [] },
}));
const caller = (personId: string, ...roles: string[]): Caller => ({
  ...{ personId, roles, kind: 'account', sessionId: randomUUID(), sanctions: {} },
});

let database: TestDatabase;
let drafts: Drafts;
beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  await saveDrafts(client, rows).finally(() => client.release());
  drafts = new Drafts(database.pool);
});
afterAll(() => database.drop());

test.each([
  [undefined, ['Of 3', 'Of 2', 'Of 1']],
  ['submitted', ['Of 3', 'Of 1']],
  ['scheduled', ['Of 2']],
] as const)('the queue of the editors, narrowed to %s', async (status, titles) => {
  const queue = await drafts.submissions({ limit: 20, offset: 0 }, status);
  expect([queue.drafts.map(({ title }) => title), queue.draftsCount]).toEqual([titles, titles.length]);
  const second = await drafts.submissions({ limit: 1, offset: 1 }, status);
  expect([second.drafts.map(({ title }) => title), second.draftsCount]).toEqual([titles.slice(1, 2), titles.length]);
});

test('a draft is shown to its author and to editors; to others it is as if it were not', async () => {
  const [row] = rows;
  const [id, author] = [row?.articleId ?? '', row?.authorId ?? ''];
  const shown = async (to: Caller, of = id) => {
    try {
      return (await drafts.one(of, to)).draft.body;
    } catch (error) {
      return problemOf(error).status;
    }
  };
  expect(await shown(caller(author))).toBe('Words.');
  for (const role of ['editor', 'admin']) expect(await shown(caller(randomUUID(), role))).toBe('Words.');
  for (const role of ['moderator', 'contributor']) expect(await shown(caller(randomUUID(), role))).toBe(404);
  expect(await shown(caller(author), randomUUID())).toBe(404);
  expect(await drafts.of(caller(randomUUID(), 'editor'), { limit: 20, offset: 0 })).toEqual({
    ...{ drafts: [], draftsCount: 0 },
  });
});
