import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { measureProjection } from '#projection/measure-projection.js';
import { readDeadLetters } from '#projection/read-dead-letters.js';
import { readUnknownTypes } from '#projection/read-unknown-types.js';
import { canonicalDump, digestOf } from '#read-models/canonical-dump.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { eventually } from '#testing/eventually.js';
import { projectionSetsWith, type KnownSet } from '#tools/projections/projection-sets.js';
import { rebuild } from '#tools/projections/rebuild.js';
import { inDatabase } from '#tools/stack/in-database.js';
import type { Pool } from 'pg';
import { MixedVersions } from './mixed-versions.js';
import { ClientFrom } from './one-person/client-from.js';

/** One type of the comments topic, for the read model; one of a person's stream, for comments' replicated data. */
const newTypes = ['CommentApproved', 'NickPicked'];
const setOf = (name: string) => projectionSetsWith(defaultReadSet).find((set) => set.name === name) as KnownSet;

describe('promise 21: while an older projector and an older comments service run beside newer services', () => {
  let system: MixedVersions;
  /** The people whose commands go to the older comments service, and to the newer one. */
  let [toOlder, toNewer]: ClientFrom[] = [];
  let admin: string;
  let slug: string;
  let banned: string;
  const posted: number[] = [];
  const attempts: Attempts[] = [];

  const inSet = <Result>(name: string, work: (pool: Pool, schema: string) => Promise<Result>) => {
    const { database, schema } = setOf(name);
    return inDatabase(system.postgresUrl, database, (pool) => work(pool, schema), schema);
  };
  const waitingTypes = (name: string) =>
    inSet(name, async (pool, schema) => (await readUnknownTypes(pool, schema)).map(({ type }) => type).sort());
  const digest = () => inSet('read_v1', async (pool) => digestOf(await canonicalDump(pool)));
  const replicated = () =>
    inSet('comments.listening', async (pool) => {
      const { rows } = await pool.query<{ person_id: string }>('SELECT * FROM listening.known_person ORDER BY 1');
      return rows;
    });
  const client = (which: ClientFrom | undefined) => {
    if (!which) throw new Error('the system did not start');
    return which;
  };
  const comment = async (of: ClientFrom | undefined, token: string, body: string) => {
    const reply = await client(of).send('POST', `/api/articles/${slug}/comments`, { comment: { body } }, { token });
    return { status: reply.status, id: (reply.body['comment'] as { id: number } | undefined)?.id ?? 0 };
  };
  const guest = async (name: string) => {
    const { body } = await client(toOlder).send('POST', '/api/guests', { guest: { name } });
    return body['guest'] as { id: string; token: string };
  };
  const sanction = (id: string, kind: string) => {
    const body = { sanction: { kind, reason: 'abuse' } };
    const headers = { prefer: 'respond-async' };
    return client(toOlder).send('POST', `/api/people/${id}/sanctions`, body, { token: admin, headers });
  };
  const thread = async () => {
    const { body } = await client(toOlder).send('GET', `/api/articles/${slug}/comments`);
    return body['comments'] as { id: number }[];
  };

  beforeAll(async () => {
    system = await MixedVersions.start(newTypes);
    await Promise.all([
      system.startServices('older', ['comments', 'projector']),
      system.startServices('newer', ['users', 'articles', 'gateway']),
      system.startServices('newer', ['gateway'], 1),
    ]);
    toOlder = new ClientFrom('127.0.0.1', system.gateway(0));
    toNewer = new ClientFrom('127.0.0.1', system.gateway(1));
    const user = JSON.parse(await readFile(system.adminFile, 'utf8')) as unknown;
    const signedIn = await client(toOlder).send('POST', '/api/users/login', { user });
    admin = (signedIn.body['user'] as { token: string }).token;
    const article = { title: 'While it is upgraded', description: 'Of versions', body: 'Side by side.' };
    const published = await client(toOlder).send('POST', '/api/articles', { article }, { token: admin });
    slug = (published.body['article'] as { slug: string }).slug;
  }, 120_000);
  afterAll(async () => {
    await Promise.all(attempts.map((each) => each.stop()));
    await system.stop();
  }, 60_000);

  test('a ban takes effect, though it follows an event that the older one does not know', async () => {
    const { id, token } = await guest('Banned Ben');
    banned = token;
    expect((await comment(toOlder, token, 'before')).status).toBe(201);
    const picked = await client(toOlder).send(
      'PUT',
      '/api/me/nick',
      { nick: { name: 'Nicked Ned' } },
      {
        ...{ token, headers: { prefer: 'respond-async' } },
      },
    );
    expect(picked.status).toBe(202);
    expect((await sanction(id, 'ban')).status).toBe(202);
    const isRefused = async () => (await comment(toOlder, token, 'while it is heard')).status === 403;
    await eventually(isRefused, { what: 'the ban to be heard', timeoutMs: 10_000, everyMs: 100 });
    expect(await waitingTypes('comments.listening')).toEqual(['NickPicked']);
    const all = [toOlder, toNewer].map(client);
    attempts.push(new Attempts(async (n) => (await comment(all[n % 2], token, `attempt ${n}`)).status));
  });

  test('an approval is not lost: it waits, and others go on', async () => {
    const held = await guest('Held Hal');
    await sanction(held.id, 'premoderate');
    const isHeld = async () => {
      const { status, id } = await comment(toOlder, held.token, 'to be approved');
      const isShown = (await thread()).some((each) => each.id === id);
      return status === 201 && !isShown && id;
    };
    const id = await eventually(isHeld, { what: 'a comment to be held', timeoutMs: 10_000 });
    await system.startServices('newer', ['comments'], 1);
    const headers = { prefer: 'respond-async' };
    const approved = await client(toNewer).send('POST', `/api/comments/${id}/approve`, {}, { token: admin, headers });
    expect(approved.status).toBe(202);
    posted.push(id);
    await eventually(async () => (await waitingTypes('read_v1')).length === 2, { what: 'both types to wait' });
    expect(await waitingTypes('read_v1')).toEqual(newTypes);
    const other = await guest('Other Olga');
    for (const by of [toOlder, toNewer]) {
      const { status, id: shown } = await comment(by, other.token, 'goes on');
      expect(status).toBe(201);
      posted.push(shown);
    }
    const shown = (await thread()).map((each) => each.id);
    expect(shown).toEqual(expect.arrayContaining(posted.slice(1)));
    expect(shown).not.toContain(id);
  }, 60_000);

  test('once all are new, parked streams continue without a further event, and nothing is lost', async () => {
    await Promise.all([system.stopService('comments'), system.stopService('projector')]);
    await system.startServices('newer', ['comments', 'projector']);
    for (const name of ['read_v1', 'comments.listening'] as const) {
      await eventually(async () => (await waitingTypes(name)).length === 0, {
        what: `nothing of ${name} to wait`,
        timeoutMs: 20_000,
      });
      const measure = await inSet(name, measureProjection);
      expect(measure).toMatchObject({ missing: 0, parkedStreams: 0, haltedStreams: 0 });
      expect(await inSet(name, readDeadLetters)).toEqual([]);
    }
    const shown = await thread();
    expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining(posted));
    const me = await client(toOlder).send('GET', '/api/me', undefined, { token: banned });
    expect(me.body['me']).toMatchObject({ name: 'Nicked Ned' });
  }, 60_000);

  test('the ban was in force all the time', async () => {
    const statuses = (await Promise.all(attempts.map((each) => each.stop()))).flat();
    expect(statuses.filter((status) => status === 403).length).toBeGreaterThan(20);
    expect(statuses.filter((status) => status !== undefined && status < 300)).toEqual([]);
  });

  test('the read model and the replicated data equal a rebuild', async () => {
    const before = { shown: await digest(), replicated: await replicated() };
    for (const name of ['read_v1', 'comments.listening'] as const) {
      const { brokers } = system;
      await inSet(name, (pool) => rebuild({ set: setOf(name), pool, brokers, stallSeconds: 20, say: () => undefined }));
    }
    expect({ shown: await digest(), replicated: await replicated() }).toEqual(before);
  }, 60_000);
});

/** An action that is tried ten times a second. */
class Attempts {
  private readonly stopping = new AbortController();
  private readonly running: Promise<(number | undefined)[]>;

  constructor(private readonly attempt: (n: number) => Promise<number>) {
    this.running = this.run();
  }

  /** @returns the status of each try; undefined without an answer. */
  stop(): Promise<(number | undefined)[]> {
    this.stopping.abort();
    return this.running;
  }

  private async run(): Promise<(number | undefined)[]> {
    const answers: (number | undefined)[] = [];
    while (!this.stopping.signal.aborted) {
      answers.push(await this.attempt(answers.length).catch(() => undefined));
      await delay(100);
    }
    return answers;
  }
}
