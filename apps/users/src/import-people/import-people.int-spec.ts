import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImportPeople } from '#contracts/people/person.commands.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { open } from '#keyring/open.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { usersTables } from '../person/users.sql.js';
import { importPeople } from './import-people.js';

const key = Buffer.alloc(32, 7);
const keyring = new InMemoryKeyring();
let kept: TestStore;
beforeAll(async () => {
  kept = await createTestStore();
  await kept.database.pool.query(usersTables);
});
afterAll(() => kept.database.drop());

const run = (people: object[]) => {
  const firstSeenAt = '2019-04-02T08:00:00Z';
  const wanted = ImportPeople.parse({ source: 'blog', people: people.map((each) => ({ firstSeenAt, ...each })) });
  return importPeople(kept.store, keyring, key, wanted, metadata());
};

async function nameOf(personId: string): Promise<string> {
  const [event] = await kept.store.readStream(`person-${personId}`);
  const { name, username } = event?.data as { name?: string; username?: string };
  const personKey = (await keyring.keysOf([personId])).get(personId);
  return personKey ? open(personKey, event?.id ?? '', 'name', name ?? username ?? '') : '';
}

test('a name that breaks the rule loses what breaks it, and whoever is left without is as who gave none', async () => {
  const people = await run([
    { name: '\u202eAnn\u202c' },
    { name: '\u2800\u200b' },
    { name: '' },
    { name: 'Bo\u200f', account: true, email: 'bo@blog.example' },
    { name: 'Bo', account: true, email: 'bo2@blog.example' },
  ]);
  const names = await Promise.all(people.map(({ personId }) => nameOf(personId)));
  expect(names).toEqual(['Ann', '', '', 'Bo', 'Bo 2']);
});

test('an archive that came in before with such names does so once', async () => {
  const names = [{ name: 'Cy\u202e' }, { name: 'Cy' }, { name: '\u3164' }];
  const first = await run(names);
  expect(first.map(({ added }) => added)).toEqual([true, true, true]);
  expect(await run(names)).toEqual(first.map((each) => ({ ...each, added: false })));
});

test('an account has a name', async () => {
  await expect(async () => run([{ name: '\u2800', account: true }])).rejects.toMatchObject({
    issues: [{ path: ['people', 0, 'name'], message: "can't be blank" }],
  });
});
