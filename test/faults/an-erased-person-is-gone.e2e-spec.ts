import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#testing/eventually.js';
import { findFreeBlock } from '#tools/stack/ports.js';
import { readStackFile, type StackFile } from '#tools/stack/stack-file.js';
import { everythingKept } from '../e2e/everything-kept.js';
import { formsFoundIn } from '../e2e/forms-in-clear.js';
import { npmStart, type Started } from '../e2e/npm-start.js';
import { runTool } from '../e2e/run-tool.js';
import { canaries, mark, quoted, threads } from './erased-canaries.js';

let folder: string;
let port: number;
let copy: Started;
let admin: string;
const printed: string[] = [];

async function start(): Promise<void> {
  copy = npmStart(['--data', folder, '--port', String(port)], { ERASE_AFTER_SECONDS: '0' });
  await eventually(() => /Ready in/.test(copy.printed()), { what: 'the start', timeoutMs: 60_000 });
  const credentials = readFileSync(join(folder, 'admin.json'), 'utf8');
  const { user } = await ask<{ user: { token: string } }>('POST', '/api/users/login', `{"user":${credentials}}`);
  admin = user.token;
}

async function stop(): Promise<void> {
  process.kill(copy.pid, 'SIGTERM');
  await copy.ended;
  printed.push(copy.printed());
}

async function ask<Answer>(method: string, path: string, body: unknown, token?: string): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Token ${token}` }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const sent = method === 'GET' ? {} : { body: text };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...sent });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

const stack = () => readStackFile(folder) as StackFile & { postgresUrl: string; brokers: string[] };

/** Where each text is found, in whatever form. */
async function found(): Promise<string[]> {
  const kept = await everythingKept({ ...stack(), dataFolder: folder });
  kept.set('what was printed', [...printed, copy.printed()].join('\n'));
  for (const path of threads) {
    kept.set(path, await (await fetch(`http://127.0.0.1:${port}${path}`)).text());
  }
  return [...kept].flatMap(([place, text]) =>
    Object.entries(canaries).flatMap(([field, canary]) =>
      formsFoundIn(text, canary).length > 0 ? [`${field} in ${place}`] : [],
    ),
  );
}

const tool = (name: string, args: string[]) => runTool(name, [...args, '--data', folder]);
const caughtUp = () =>
  eventually(
    async () => {
      const { out } = await tool('projections/projections', ['status', '--json']);
      const sets = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { partitions: { next: number; end: number }[] });
      return sets.every(({ partitions }) => partitions.every(({ next, end }) => next === end));
    },
    { what: 'the projections to have caught up', timeoutMs: 30_000, everyMs: 300 },
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-erased-'));
  chmodSync(folder, 0o755);
  port = await findFreeBlock();
}, 30_000);
afterAll(async () => {
  if (readStackFile(folder)?.supervisor.pid === copy.pid) process.kill(copy.pid, 'SIGTERM');
  await copy.ended;
  rmSync(folder, { recursive: true });
}, 60_000);

describe('an erased person is gone', () => {
  const guests: { id: string; token: string }[] = [];
  let imported = '';
  let account = '';

  test('before, every text is found where it belongs and nowhere else', async () => {
    await start();
    const article = { title: 'Of birds', description: 'Of birds', body: 'They sing.' };
    await ask('POST', '/api/articles', { article }, admin);
    const { name, email, website, body } = canaries;
    for (const guest of [{ name, email, website }, { name: 'Quentin Quote' }]) {
      guests.push((await ask<{ guest: { id: string; token: string } }>('POST', '/api/guests', { guest })).guest);
    }
    const [bird, other] = guests;
    await ask('POST', '/api/articles/of-birds/comments', { comment: { body } }, bird?.token);
    await ask('POST', '/api/articles/of-birds/comments', { comment: { body: quoted } }, other?.token);
    await changeBird();
    await register();
    await linkNightjar();
    expect(await importArchive()).toMatchObject({ added: true });
    imported = await eventually(importedPerson, { what: 'the imported comment', timeoutMs: 20_000 });
    await caughtUp();
    const places = [...new Set((await found()).map((one) => one.replace(/^.* in /, '')))].sort();
    expect(places).toEqual([
      '/api/articles/archived/comments',
      '/api/articles/of-birds/comments',
      'broadside_read read_v1.comment_text',
      'broadside_read read_v1.commenter',
      'broadside_read read_v1.nick_history',
      'broadside_read read_v1.person_history',
    ]);
  }, 120_000);

  async function register(): Promise<void> {
    const { username, accountEmail, bio, image } = canaries;
    const user = { username, email: accountEmail, password: `secret ${mark}` };
    account = (await ask<{ user: { token: string } }>('POST', '/api/users', { user })).user.token;
    await ask('PUT', '/api/user', { user: { bio, image } }, account);
    await ask('POST', '/api/articles/of-birds/comments', { comment: { body: 'Tweet.' } }, account);
  }

  /** A guest with a nick and another name, whom a moderator has sanctioned. */
  async function changeBird(): Promise<void> {
    const { nick, newName: name, newWebsite: website, note } = canaries;
    const [bird] = guests;
    await ask('PUT', '/api/me/nick', { nick: { name: nick } }, bird?.token);
    await ask('POST', '/api/articles/of-birds/comments', { comment: { body: 'Once more.' } }, bird?.token);
    await ask('PUT', '/api/me', { me: { name, website } }, bird?.token);
    await ask(
      'POST',
      `/api/people/${bird?.id}/sanctions`,
      { sanction: { kind: 'warn', reason: 'other', note } },
      admin,
    );
  }

  /** A guest who is linked to the account, which has a nick, a role and a history. */
  async function linkNightjar(): Promise<void> {
    const { linkedName: name, linkedNick, linkedEmail: email, linkedBody: body } = canaries;
    const { accountNick, accountNote: note, roleReason: reason } = canaries;
    const { guest } = await ask<{ guest: { token: string } }>('POST', '/api/guests', { guest: { name, email } });
    await ask('PUT', '/api/me/nick', { nick: { name: linkedNick } }, guest.token);
    await ask('POST', '/api/articles/of-birds/comments', { comment: { body } }, guest.token);
    await ask('POST', '/api/me/guests', { guest: { token: guest.token } }, account);
    await ask('PUT', '/api/me/nick', { nick: { name: accountNick } }, account);
    const { me } = await ask<{ me: { id: string } }>('GET', '/api/me', '', account);
    await ask(
      'POST',
      `/api/people/${me.id}/sanctions`,
      { sanction: { kind: 'premoderate', reason: 'other', note } },
      admin,
    );
    await ask('POST', `/api/people/${me.id}/roles`, { role: { name: 'contributor', reason } }, admin);
  }

  async function importedPerson(): Promise<string | undefined> {
    type Thread = { comments: { author: { id: string } }[] };
    const { comments } = await ask<Thread>('GET', '/api/articles/archived/comments', '');
    return comments[0]?.author.id;
  }

  /** Imported through the routes: the tool's JSON Lines have no addresses. */
  async function importArchive(): Promise<object | undefined> {
    const {
      importedName: name,
      importedEmail: email,
      importedWebsite: website,
      importedBody: body,
      address,
    } = canaries;
    const [postedAt, provenance] = ['2020-01-02T03:04:05Z', { source: 'archive', externalId: '1' }];
    const article = { slug: 'archived', title: 'Archived', description: '', body: 'Old.', format: 'text' };
    const imported = async (what: string, portion: object) =>
      (await ask<{ results: Record<string, string>[] }>('POST', `/api/imports/${what}`, portion, admin)).results[0];
    const person = { name, email, website, firstSeenAt: postedAt };
    const { personId } = (await imported('people', { source: 'archive', people: [person] })) ?? {};
    const articles = [{ ...article, tagList: [], commentsClosed: false, publishedAt: postedAt, provenance }];
    const { articleId } = (await imported('articles', { articles })) ?? {};
    const comment = { articleId, personId, name, website, address, body, format: 'text', postedAt, provenance };
    return imported('comments', { comments: [comment] });
  }

  /** Guest, account, the guest who is linked to it, and a person of an archive. */
  const erasing = 4;
  async function eraseAll(): Promise<void> {
    for (const token of [guests[0]?.token, account]) await ask('DELETE', '/api/me', {}, token);
    await ask('POST', `/api/people/${imported}/erase`, { reason: 'asked-elsewhere' }, admin);
  }
  const areErased = async () => {
    const { out } = await tool('topics/print-topic', ['users.events.v1', '--json']);
    return out.match(/"ce_type":"PersonErased"/g)?.length === erasing;
  };

  test('afterwards, and after a rebuild, nothing of them is found anywhere; what others quoted is theirs', async () => {
    await stop();
    execFileSync('cp', ['-a', join(folder, 'postgres'), join(folder, 'postgres-backup')]);
    await start();
    await eraseAll();
    await eventually(areErased, { what: 'the erasures', timeoutMs: 20_000, everyMs: 300 });
    await caughtUp();
    expect(await found()).toEqual([]);
    expect(await tool('projections/projections', ['rebuild'])).toMatchObject({ code: 0 });
    expect(await found()).toEqual([]);
    expect(JSON.stringify(await ask('GET', '/api/articles/of-birds/comments', ''))).toContain(mark);
    // Importing the same archive again does not bring them back.
    expect(await importArchive()).toMatchObject({ added: false });
    await caughtUp();
    expect(await found()).toEqual([]);
  }, 120_000);

  test('the same holds after all databases are restored from before, and everything is replayed', async () => {
    await stop();
    rmSync(join(folder, 'postgres'), { recursive: true });
    execFileSync('mv', [join(folder, 'postgres-backup'), join(folder, 'postgres')]);
    await start();
    await caughtUp();
    expect(await found()).toEqual([]);
    expect(await tool('projections/projections', ['rebuild'])).toMatchObject({ code: 0 });
    expect(await found()).toEqual([]);
    await expect(ask('GET', '/api/me', '', guests[0]?.token)).rejects.toThrow('401');
    await eventually(usersKnowAgain, { what: 'the users service to know again who is erased', timeoutMs: 20_000 });
    expect(await found()).toEqual([]);
    const { username, accountEmail: email } = canaries;
    const password = `secret ${mark}`;
    await expect(ask('POST', '/api/users/login', { user: { email, password } })).rejects.toThrow('401');
    // Names and e-mails are free again.
    expect(await ask('POST', '/api/users', { user: { username, email, password } })).toBeDefined();
  }, 120_000);

  async function usersKnowAgain(): Promise<boolean> {
    const kept = await everythingKept({ ...stack(), dataFolder: folder });
    return kept.get('broadside_users public.events')?.match(/PersonErased/g)?.length === erasing;
  }
});
