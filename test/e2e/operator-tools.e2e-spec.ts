import { describe, expect, test } from '@jest/globals';
import { canonicalDump } from '#read-models/canonical-dump.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { eventually } from '#testing/eventually.js';
import { runTool } from './run-tool.js';
import { inDatabase } from '#tools/stack/in-database.js';
import { OperationsAnswer } from '../../apps/gateway/src/operations/operations.answers.js';
import type { z } from 'zod';
import { get, publish, signInAsAdmin } from './api-client.js';

const tools = [
  ['topics/print-topic', 'npm run topic', 'comments.events.v1'],
  ['outbox/outbox', 'npm run outbox', 'status'],
  ['projections/projections', 'npm run projections', 'status'],
  ['dead-letters/dead-letters', 'npm run dead-letters', 'list'],
  ['call/call', 'npm run call', 'users', 'introduce-guest', '{"name":"By hand"}'],
] as const;

interface Status {
  set: string;
  missing: number;
  partitions: { next: number; end: number }[];
}

describe.each(tools)('%s', (tool, command, ...asked) => {
  test('explains itself', async () => {
    expect(await runTool(tool, ['--help'])).toEqual({ code: 0, out: expect.stringContaining(command), err: '' });
  });

  test('names an unknown flag, or a missing argument, with its usage', async () => {
    const unknown = await runTool(tool, ['--bogus']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringMatching(/'--bogus'[^]*npm run/)]);
    const missing = await runTool(tool, []);
    expect([missing.code, missing.err]).toEqual([2, expect.stringMatching(/missing[^]*npm run/)]);
  });

  test('says where it looked when no copy runs there', async () => {
    const { code, err } = await runTool(tool, [...asked, '--data', '/nowhere']);
    expect([code, err]).toEqual([1, expect.stringContaining('/nowhere')]);
  });
});

test('a command can be sent by hand as the gateway sends it, and a refusal is printed', async () => {
  const give = (...args: string[]) => runTool('call/call', ['users', 'introduce-guest', ...args]);
  const given = await give('{"name":"By hand"}');
  expect([given.code, given.err.trim()]).toEqual([0, '201 Created']);
  expect(JSON.parse(given.out)).toMatchObject({ token: expect.any(String) });
  const refused = await give('{}');
  expect([refused.code, refused.err.trim()]).toEqual([1, '422 Unprocessable Entity']);
  expect(JSON.parse(refused.out)).toMatchObject({ errors: { name: ["can't be blank"] } });
});

test('an admin sees in one answer that every service is ready, and what waits', async () => {
  const token = await signInAsAdmin();
  const now = async () =>
    JSON.parse((await get('/api/operations', { token })).text) as z.infer<typeof OperationsAnswer>;
  const isReady = async () => (await now()).services.every(({ ready }) => ready);
  // A projector that another test has killed is told of for half a minute.
  await eventually(isReady, { what: 'every service to tell', timeoutMs: 45_000 });
  const { services, outbox, projections, deadLetters, unknown } = OperationsAnswer.parse(await now());
  expect(new Set(services.map(({ name }) => name))).toEqual(
    new Set(['articles', 'comments', 'users', 'projector', 'gateway']),
  );
  expect(services.every(({ version }) => version?.startsWith('0.'))).toBe(true);
  expect(outbox.map(({ service }) => service).sort()).toEqual(['articles', 'comments', 'users']);
  const names = projections.map(({ name }) => name);
  expect(names.sort()).toEqual(['articles.listening', 'comments.listening', defaultReadSet]);
  expect([deadLetters, unknown]).toEqual([[], []]);
}, 60_000);

test('republishing everything changes nothing', async () => {
  await publish(await signInAsAdmin(), 'Sent twice');
  const digest = async () => (await runTool('projections/projections', ['digest'])).out;
  const lag = async () => {
    const { out } = await runTool('projections/projections', ['status', '--json']);
    const sets = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Status);
    return sets.flatMap(({ partitions }) => partitions).reduce((sum, { next, end }) => sum + end - next, 0);
  };
  const depthOf = async (service: string) => {
    const { out } = await runTool('outbox/outbox', ['status', service, '--json']);
    return (JSON.parse(out) as { depth: number }).depth;
  };
  // Of all services: what the tests before left in an outbox would change the rows meanwhile.
  const waiting = async () => {
    const depths = await Promise.all(['articles', 'comments', 'users'].map(depthOf));
    return depths.reduce((sum, depth) => sum + depth, 0);
  };
  const settled = () =>
    eventually(async () => (await waiting()) === 0 && (await lag()) === 0, {
      what: 'all to be folded',
      timeoutMs: 20_000,
    });
  const rows = () =>
    inDatabase(process.env['E2E_POSTGRES_URL'] ?? '', 'read', (pool) => canonicalDump(pool), defaultReadSet);
  await settled();
  const [before, rowsBefore] = [await digest(), new Set(await rows())];
  const again = await runTool('outbox/outbox', ['republish', 'articles', '--all']);
  expect([again.code, again.out]).toEqual([
    0,
    expect.stringMatching(/[1-9]\d* events? waits? in the outbox of articles/),
  ]);
  await settled();
  expect((await rows()).filter((row) => !rowsBefore.has(row))).toEqual([]);
  expect(await digest()).toBe(before);
  expect((await runTool('dead-letters/dead-letters', ['list'])).out).toBe('0 dead letters\n');
}, 60_000);
