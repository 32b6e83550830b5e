import { beforeAll, describe, expect, test } from '@jest/globals';
import { giveCommand } from '#tools/call/give-command.js';
import { policy } from '#policy/policy.js';
import { commandKey } from './command-key.js';
import { actors, services, table, type Actor, type Row } from './policy-table.js';
import { get, introduceGuest, post, register, send, signInAsAdmin } from './api-client.js';
import { copiesOf } from './stack.js';

const nobody = '0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ff';
const filled: Record<string, string> = {
  ...{ slug: 'no-such', id: nobody, username: 'nobody-at-all', role: 'editor' },
  ...{ tag: 'none', format: 'atom', part: 'pages' },
};
const pathOf = (route: string) =>
  route.split(' ')[1]?.replaceAll(/:(\w+)/g, (_, name: string) => filled[name] ?? '') ?? '';

const tokens: Partial<Record<Actor, string>> = {};
let admin: string;

/** A guest's token, banned or not. */
async function guest(banned: boolean): Promise<string> {
  const { id, token } = await introduceGuest('Somebody');
  if (banned) await ban(id);
  return token;
}
const ban = (id: string) =>
  post(`/api/people/${id}/sanctions`, { sanction: { kind: 'ban', reason: 'abuse' } }, { token: admin });
async function account(actor: Actor): Promise<string> {
  const { token } = await register(actor);
  const { id } = (await get('/api/me', { token })).body.me;
  if (actor === 'banned reader') await ban(id);
  else if (actor !== 'reader')
    await post(`/api/people/${id}/roles`, { role: { name: actor, reason: 'x' } }, { token: admin });
  return token;
}

beforeAll(async () => {
  admin = await signInAsAdmin();
  tokens.guest = await guest(false);
  tokens['banned guest'] = await guest(true);
  for (const actor of actors.slice(2)) if (actor !== 'banned guest') tokens[actor] = await account(actor);
}, 60_000);

const bodyFor = (method: string, { body }: Row) => (method === 'GET' || !body ? undefined : JSON.stringify(body));

/** The possible outcomes: permitted, not signed in, or forbidden. */
const verdict = (status: number) => (status === 401 || status === 403 ? status : 'passes');
const wanted = ({ may }: Row) =>
  Object.fromEntries(actors.map((actor) => [actor, may.includes(actor) ? 'passes' : actor === 'stranger' ? 401 : 403]));
const forAll = async (ask: (actor: Actor, token: string | undefined, index: number) => Promise<number>) =>
  Object.fromEntries(
    await Promise.all(
      actors.map(async (actor, index) => [actor, verdict(await ask(actor, tokens[actor], index))] as const),
    ),
  );

describe('nobody does what they may not (promise 17)', () => {
  test('every route has a row here, and every row a route', async () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(policy).sort());
    const { paths } = (await get('/openapi.json')).body as { paths: Record<string, object> };
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`),
    );
    expect([...new Set(described)].sort()).toEqual(Object.keys(table).sort());
  });

  test.each(Object.entries(table))('%s', async (route, row) => {
    const [method = ''] = route.split(' ');
    const path = `${pathOf(route)}${row.query ?? ''}`;
    // A rotated credential is no longer valid: each row of that route has guests of its own.
    const rotates = route === 'POST /api/me/token';
    const told = await forAll(async (actor, token, gateway) => {
      const asking = {
        token: rotates && actor.endsWith('guest') ? await guest(actor.startsWith('banned')) : token,
        gateway,
      };
      const { status } = await send(method, path, bodyFor(method, row), asking);
      if (route === 'DELETE /api/me' && status === 200) await send('POST', '/api/me/keep', undefined, asking);
      return status;
    });
    expect(told).toEqual(wanted(row));
  });

  const commands = Object.values(table).flatMap((row) => {
    const [by, command = ''] = row.by ?? [];
    const owners = by === 'each' ? services : by === undefined ? [] : [by];
    return owners.map((service) => [service, command, row] as const);
  });
  test.each(commands)('the %s service checks the rule itself before it does %s', async (service, command, row) => {
    const [copy] = await copiesOf(service);
    const told = await forAll(async (_, token) => {
      // No command accepts this body, so that a permitted caller changes nothing.
      const given = { url: copy?.url ?? '', key: commandKey(), name: command, token, body: '{"sessions":"x"}' };
      const answer = await giveCommand(given);
      return answer.status;
    });
    expect(told).toEqual(wanted(row));
  });
});

describe('people’s own objects are closed to others', () => {
  test('each rule names the owner of its object', () => {
    const said = (rules: Record<string, { whose?: string }>) =>
      Object.fromEntries(Object.entries(rules).flatMap(([route, { whose }]) => (whose ? [[route, whose]] : [])));
    expect(said(policy)).toEqual(said(table));
  });

  const othersAlone = Object.entries(table).flatMap(([route, row]) =>
    row.whose === 'others' ? [[route, row] as const] : [],
  );
  test.each(othersAlone)('%s is for others: nobody can do it to themselves', async (route, row) => {
    const token = tokens[row.may.includes('moderator') ? 'moderator' : 'admin'];
    const { id } = (await get('/api/me', { token })).body.me;
    const [method = ''] = route.split(' ');
    const path = pathOf(route).replace(nobody, id);
    const body = JSON.stringify({ sanction: { kind: 'warn', reason: 'spam' }, secondFactor: { reason: 'lost' } });
    const told = await send(method, path, body, { token });
    expect([told.status, told.text]).toEqual([422, expect.stringContaining("can't be yourself")]);
  });

  test('a session can be ended only by its owner', async () => {
    const { email, password, token } = await register('Owner');
    const { body } = await get('/api/user/sessions', { token });
    const [session] = body.sessions;
    for (const other of [tokens.reader, tokens.moderator, tokens.admin]) {
      expect((await send('DELETE', `/api/user/sessions/${session?.id}`, undefined, { token: other })).status).toBe(404);
    }
    expect((await get('/api/user', { token, gateway: 1 })).status).toBe(200);
    expect((await send('DELETE', `/api/user/sessions/${session?.id}`, undefined, { token })).status).toBe(204);
    expect((await get('/api/user', { token, gateway: 1 })).status).toBe(401);
    expect((await post('/api/users/login', { user: { email, password } })).status).toBe(200);
  });

  test('a draft can be read and changed only by its author and by editors', async () => {
    const { token } = await register('Drafter');
    const letWrite = (publishing: string) =>
      send('PATCH', '/api/site', JSON.stringify({ site: { publishing } }), { token: admin });
    expect((await letWrite('reviewed')).status).toBe(200);
    const draft = { title: 'Of one’s own', description: 'Mine.', body: 'Private words.' };
    const begun = await post('/api/drafts', { draft }, { token });
    const { id } = (begun.body as unknown as { draft: { id: string } }).draft;
    const schedule = { draft: { publishAt: '2099-01-02T03:04:05Z' } };
    const steps = [
      ...(['GET', 'PUT', 'DELETE'] as const).map((method) => [method, '', { draft }] as const),
      ...(['submit', 'return', 'publish'] as const).map((step) => ['POST', `/${step}`, {}] as const),
      ['PUT', '/schedule', schedule] as const,
      ['DELETE', '/schedule', undefined] as const,
    ];
    const tried = async (by: string | undefined) =>
      Promise.all(
        steps.map(async ([method, step, body]) => {
          const sent = method === 'GET' || body === undefined ? undefined : JSON.stringify(body);
          const { status, text } = await send(method, `/api/drafts/${id}${step}`, sent, { token: by });
          return [`${method} ${step}`, status, text.includes('Private')];
        }),
      );
    for (const other of [tokens.reader, tokens.contributor, tokens.moderator, tokens['banned reader'], tokens.guest]) {
      for (const [step, status, isTold] of await tried(other))
        expect([step, status === 403 || status === 404, isTold]).toEqual([step, true, false]);
    }
    for (const [step, status] of await tried(undefined)) expect([step, status]).toEqual([step, 401]);
    for (const by of [token, tokens.editor]) expect((await get(`/api/drafts/${id}`, { token: by })).status).toBe(200);
    await letWrite('editors');
    for (const by of [tokens.reader, tokens.moderator])
      expect((await get(`/api/revisions/${id}`, { token: by })).status).toBe(404);
  });

  test('an export, a count and an e-mail are shown only to their person', async () => {
    const { token, username, email } = await register('Private');
    const mine = await get('/api/me/export', { token });
    expect(mine.text).toContain(email);
    const [asked, profile] = [
      await get('/api/me/export', { token: tokens.admin }),
      await get(`/api/profiles/${encodeURIComponent(username)}`, { token: tokens.admin }),
    ];
    expect(asked.text).not.toContain(email);
    expect(profile.text).not.toContain(email);
  });
});
