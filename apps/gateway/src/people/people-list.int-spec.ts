import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { Problem } from '#http/problem.js';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { maxPeopleLookedAt } from '#read-models/commenter/read-people.js';
import { saveCommentsByPerson } from '#read-models/commenter/save-comments-by-person.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import type { z } from 'zod';
import type { Consistency } from '../consistency/consistency.js';
import { PeopleList } from './people-list.js';
import { PeopleListController } from './people-list.controller.js';
import type { PeopleAnswer } from './people.answers.js';

const idOf = (number: number) => `0190a3c2-7a4e-7c1b-9f0a-${String(number).padStart(12, '0')}`;
const lateId = (number: number) => `f0000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const nothing: Omit<CommenterRow, 'personId' | 'kind' | 'name'> = {
  ...{
    email: 'ada@a.example',
    website: null,
    foldedName: null,
    bio: null,
    image: null,
    roles: [],
    hasSecondFactor: false,
    sanctions: {},
  },
  ...{ nick: null, linkedTo: null, erasureDueAt: null },
};
const guest = (number: number, name: string, more: Partial<CommenterRow> = {}): CommenterRow => ({
  ...{ ...nothing, personId: idOf(number), kind: 'guest', name },
  ...more,
});
const past = { suspension: { reason: 'spam' as const, until: '2020-01-01T00:00:00.000Z' } };
const people = [
  guest(1, 'Editha', { kind: 'account', roles: ['reader', 'editor'] }),
  guest(2, 'Ölaf 100%'),
  guest(3, 'Banned', { sanctions: { ...past, ban: { reason: 'spam', until: null } } }),
  guest(4, 'Served', { sanctions: past }),
  guest(5, 'Linked', { linkedTo: idOf(1), nick: 'Snoomble 417' }),
  guest(6, '[erased]', { kind: 'erased' }),
  guest(7, 'Leaving', { erasureDueAt: '2030-01-01T00:00:00.000Z' }),
];

let database: TestDatabase;
let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  database = await createReadModels();
  const client = await database.pool.connect();
  await saveCommenters(client, people);
  await saveCommentsByPerson(client, [
    { personId: idOf(1), partition: 0, count: 2 },
    { personId: idOf(5), partition: 1, count: 3 },
  ]);
  client.release();
  const consistency = { meet: () => Promise.resolve() } as unknown as Consistency;
  const controller = new PeopleListController(new PeopleList(database.pool), consistency);
  server = fastify();
  server.get('/api/people', (request, reply) => controller.list(request.query, request, reply));
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.status(error.status).send(error) : reply.status(500).send(String(error)),
  );
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const ask = (path: string) => fetch(`${url}${path}`, { signal: AbortSignal.timeout(10_000) });
async function list(query: string) {
  const answer = await ask(`/api/people?${query}`);
  const body = (await answer.json()) as z.infer<typeof PeopleAnswer>;
  const link = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
  return {
    ...body,
    link,
    numbers: body.people.map(({ id }) => people.findIndex(({ personId }) => personId === id) + 1),
  };
}

describe('people, as staff lists them', () => {
  test('come newest first, with roles, standing, links and counts; no e-mail', async () => {
    const all = await list('');
    expect([all.numbers, all.next]).toEqual([[7, 5, 4, 3, 2, 1], null]);
    expect(all.people.at(-1)).toEqual({
      ...{ id: idOf(1), kind: 'account', name: 'Editha', nick: null, roles: ['reader', 'editor'], commentCount: 5 },
      ...{ linkedTo: null, erasureDueAt: null, sanctions: {} },
    });
    expect(all.people[0]).toMatchObject({ erasureDueAt: '2030-01-01T00:00:00.000Z' });
  });

  test.each([
    ['name=EDIT', [1]],
    ['name=snoom', [5]],
    ['name=%C3%B6laf', [2]],
    ['name=0%25', [2]],
    ['name=%25a', []],
    ['kind=account', [1]],
    ['kind=erased', [6]],
    ['role=editor', [1]],
    ['role=admin', []],
    ['sanctioned=true', [3]],
    ['sanctioned=false&kind=guest', [7, 5, 4, 2]],
  ])('%s', async (query, expected) => expect((await list(query)).numbers).toEqual(expected));

  test('are walked page by page, each person once, by Link and by `next`', async () => {
    const pages = [await list('limit=2&kind=guest')];
    for (let link = pages[0]?.link; link !== undefined; link = pages.at(-1)?.link) {
      pages.push(await list(link.split('?')[1] ?? ''));
    }
    expect(pages.map(({ numbers }) => numbers)).toEqual([[7, 5], [4, 3], [2]]);
    expect(pages.map(({ next }) => next)).toEqual([idOf(5), idOf(3), null]);
  });

  test.each(['limit=0', 'limit=101', 'after=x', 'kind=x', 'role=x', 'sanctioned=x'])('%s is a 422', async (query) => {
    expect((await ask(`/api/people?${query}`)).status).toBe(422);
  });

  test('a page looks through a bounded number of people, and says where to go on', async () => {
    const crowd = Array.from({ length: maxPeopleLookedAt }, (_, at) => guest(at, 'Crowd', { personId: lateId(at) }));
    const client = await database.pool.connect();
    await saveCommenters(client, crowd);
    client.release();
    const rare = await list('name=editha');
    expect([rare.numbers, rare.next]).toEqual([[], lateId(0)]);
    expect((await list(`name=editha&after=${rare.next}`)).numbers).toEqual([1]);
    // The few who have a role of the staff are found at once.
    expect((await list('role=editor')).numbers).toEqual([1]);
  });
});
