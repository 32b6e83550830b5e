import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { saveCommenters } from '../commenter/save-commenters.js';
import { readMuted } from './read-muted.js';
import { saveMuted } from './save-muted.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createReadModels()));
afterAll(() => database.drop());

const person = (kind: 'account' | 'guest' | 'erased', name: string, nick: string | null = null) => ({
  ...{ personId: randomUUIDv7(), kind, name, nick, foldedName: caseFoldedName(name), email: null, website: null },
  ...{ bio: null, image: null, roles: [], sanctions: {}, hasSecondFactor: false, linkedTo: null, erasureDueAt: null },
});

test('people are named as their comments are: whose a nick is, and who said nothing that is shown, nobody learns', async () => {
  const [owl, plain, shown, held, gone] = [
    ...[person('account', 'Grace', 'Owl'), person('account', 'Ida'), person('guest', 'Tove')],
    ...[person('guest', 'Secret'), person('erased', '[erased]')],
  ] as const;
  const client = await database.pool.connect();
  await saveCommenters(client, [owl, plain, shown, held, gone]);
  const said = [owl, shown, held].map(({ personId }, at) => [at + 1, personId, personId !== held.personId] as const);
  for (const [commentId, personId, isShown] of said) {
    await client.query(
      `INSERT INTO comment_state (comment_id, article_id, person_id, kind, posted_at, imported, version, bytes, shown)
       VALUES ($1, $2, $3, 'guest', now(), false, 1, 1, $4)`,
      [commentId, randomUUIDv7(), personId, isShown],
    );
  }
  const personId = randomUUIDv7();
  const people = [owl, plain, shown, held, gone].map((each) => each.personId);
  await saveMuted(client, [{ personId, people, sources: ['Gazette.example'], tags: ['Harbour'] }]);
  client.release();
  const muted = await readMuted(database.pool, personId);
  expect(muted?.people.map(({ name }) => name)).toEqual(['Owl', 'Ida', 'Tove', '', '']);
  expect(muted).toMatchObject({ sources: ['gazette.example'], tags: ['Harbour'] });
});
