import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PersonEvent } from '#contracts/events.js';
import { shownText } from '#contracts/personal.js';
import { ImportPeople } from '#contracts/people/person.commands.js';
import { InMemoryKeyring } from '#keyring/in-memory-keyring.js';
import { openEvent } from '#keyring/event-codec.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import { problemOf } from '#http/problem-of.js';
import { eventually } from '#testing/eventually.js';
import { createTables } from '#testing/create-tables.js';
import { ownTables } from '../users.tables.js';
import { createTestStore, metadata, type TestStore } from '#testing/event-store.js';
import { importPeople } from './import-people.js';

const key = Buffer.alloc(32, 7);
const keyring = new InMemoryKeyring();
let kept: TestStore;
beforeAll(async () => {
  kept = await createTestStore();
  await createTables(kept.database.pool, ownTables);
});
afterAll(() => kept.database.drop());

const run = (people: object[]) => {
  const firstSeenAt = '2019-04-02T08:00:00Z';
  const wanted = ImportPeople.parse({ source: 'blog', people: people.map((each) => ({ firstSeenAt, ...each })) });
  return importPeople(new SealingEventStore(kept.store, keyring), key, wanted, metadata());
};

async function nameOf(personId: string): Promise<string> {
  const [event] = await kept.store.readStream(`person-${personId}`);
  const opened = openEvent<PersonEvent>(event as never, await keyring.keysOf([personId]));
  if (opened.type !== 'GuestIntroduced' && opened.type !== 'UserRegistered') throw new Error('nobody begins so');
  return shownText('name' in opened.data ? opened.data.name : opened.data.username);
}

test('a name loses the characters that break the rules; an empty rest counts as no name', async () => {
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

test('an archive that was imported before with such names is imported once', async () => {
  const names = [{ name: 'Cy\u202e' }, { name: 'Cy' }, { name: '\u3164' }];
  const first = await run(names);
  expect(first.map(({ added }) => added)).toEqual([true, true, true]);
  expect(await run(names)).toEqual(first.map((each) => ({ ...each, added: false })));
});

test('an archive that is sent twice at once is imported once, and the other request must be repeated', async () => {
  const { pool } = kept.database;
  const holder = await pool.connect();
  await holder.query('BEGIN; LOCK TABLE reservations IN SHARE ROW EXCLUSIVE MODE');
  const twins = Promise.allSettled([run([{ name: 'Di' }]), run([{ name: 'Di' }])]);
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await eventually(async () => (await pool.query(waiting)).rowCount === 2, { what: 'both to wait' });
  await holder.query('COMMIT');
  holder.release();
  const refused = (await twins).flatMap((twin) => (twin.status === 'rejected' ? [problemOf(twin.reason)] : []));
  expect(refused).toMatchObject([{ status: 503, detail: 'Somebody did the same at this moment. Send it again.' }]);
  expect(await run([{ name: 'Di' }])).toMatchObject([{ added: false }]);
});

test('an account has a name', async () => {
  await expect(async () => run([{ name: '\u2800', account: true }])).rejects.toMatchObject({
    issues: [{ path: ['people', 0, 'name'], message: "can't be blank" }],
  });
});
