import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CommenterRow } from '#read-models/commenter/commenter.entity.js';
import { saveCommenters } from '#read-models/commenter/save-commenters.js';
import { saveCommentsByPerson } from '#read-models/commenter/save-comments-by-person.js';
import { savePersonHistory } from '#read-models/person-history/save-person-history.js';
import { saveFollowings } from '#read-models/profile/save-followings.js';
import { giveComments, type GivenComment } from '#testing/give-comments.js';
import { giveProgress } from '#testing/give-progress.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { ReadEntities } from '../read-database/read-entities.js';
import { PersonPages } from './person-pages.js';

const [person, guest, moderator, gone] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
const at = '2026-01-02T03:04:05.000Z';
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

let database: TestDatabase;
let client: PoolClient;
let pages: PersonPages;
beforeAll(async () => {
  database = await createReadModels();
  client = await database.pool.connect();
  pages = new PersonPages({ pool: database.pool, entities: new ReadEntities(database.pool) });
  await saveCommenters(client, [
    { ...nothing, personId: person, kind: 'account', name: 'Ada', erasureDueAt: at },
    { ...nothing, personId: guest, kind: 'guest', name: 'Guest', linkedTo: person },
    { ...nothing, personId: moderator, kind: 'account', name: 'Mod', roles: ['moderator'] },
  ]);
  await saveCommentsByPerson(client, [
    { personId: person, partition: 0, count: 2 },
    { personId: guest, partition: 1, count: 1 },
  ]);
  await giveComments(client, [comment(1, person), comment(2, person, 'author-premoderated'), comment(3, guest)]);
  await saveFollowings(client, [
    { followerId: person, followedId: moderator, follows: true, byPair: true },
    { followerId: person, followedId: guest, follows: false, byPair: true },
    { followerId: moderator, followedId: person, follows: true, byPair: true },
  ]);
  await savePersonHistory(client, [warned(3, moderator), warned(4, gone), warned(5, null)]);
  await giveProgress(client, `person-${person}`, 5);
});
afterAll(async () => {
  client.release();
  await database.drop();
});

const warned = (version: number, actorId: string | null) => ({
  ...{ personId: person, version, type: 'PersonWarned', happenedAt: at, actorId },
  ...{ reason: 'spam', note: 'So', until: null, role: null, otherId: null },
});
const comment = (commentId: number, personId: string, heldBecause: GivenComment['heldBecause'] = null) => ({
  ...{ commentId, articleId: randomUUIDv7(), personId, postedAt: at, parentId: null, kind: 'guest' as const },
  ...{ name: 'A', website: null, body: 'a', bodyHtml: '<p>a</p>', format: 'text' as const, imported: false },
  heldBecause,
});

test('a record has who acted, by name, how much an erasure takes, and the version to decide by', async () => {
  const found = await pages.find(person);
  expect(found).toMatchObject({
    version: 5,
    record: {
      person: {
        ...{
          id: person,
          name: 'Ada',
          erasureDueAt: at,
          commentCount: 3,
          guests: [{ id: guest, name: 'Guest', version: expect.any(Number) }],
        },
        reach: { comments: 3, shown: 2, held: 1, guests: 1, following: 1, followers: 1 },
        history: [
          { actorId: null, actorName: null },
          { actorId: gone, actorName: null },
          { actorId: moderator, actorName: 'Mod', type: 'PersonWarned', reason: 'spam', note: 'So' },
        ],
      },
    },
  });
  // An e-mail is shown to its person alone.
  expect(JSON.stringify(found)).not.toContain('ada@a.example');
});

test('nobody is found by an unknown id', async () => expect(await pages.find(randomUUIDv7())).toBeUndefined());
