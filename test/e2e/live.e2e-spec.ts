import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { EventStream } from '#testing/event-stream.js';
import { gateways, get, introduceGuest, post, publish, send, signInAsAdmin } from './api-client.js';
import { ResumingClient } from './resuming-client.js';
import { type Copy, copiesOf } from './stack.js';

const clients: ResumingClient[] = [];
const streams: EventStream[] = [];
afterEach(() => {
  for (const each of [...clients.splice(0), ...streams.splice(0)]) each.close();
});

function follow(path: string, token?: string): ResumingClient {
  const client = new ResumingClient(path, token === undefined ? {} : { authorization: `Token ${token}` });
  clients.push(client);
  void client.run();
  return client;
}
const begun = (client: ResumingClient) => eventually(() => client.events.length > 0, { what: 'the beginning' });

/** Ends one gateway by a signal while work is done, and waits until another stands in its place. */
async function whileEnding(signal: NodeJS.Signals, work: () => Promise<unknown>): Promise<void> {
  const [{ name, pid, url }] = (await copiesOf('gateway')) as [Copy];
  process.kill(pid, signal);
  await work();
  const isAnother = async () => (await copiesOf('gateway')).find((copy) => copy.name === name)?.pid !== pid;
  await eventually(isAnother, { what: `another ${name}`, timeoutMs: 30_000 });
  await eventually(() => fetch(`${url}/health/ready`).then(({ ok }) => ok), { what: name, timeoutMs: 60_000 });
  await work();
}

describe('live', () => {
  let admin: string;
  let guest: { id: string; token: string };
  beforeAll(async () => {
    admin = await signInAsAdmin();
    guest = await introduceGuest('Lena');
  });

  const comment = async (slug: string, more: object = {}, token = guest.token) => {
    const answer = await post(
      `/api/articles/${slug}/comments`,
      { comment: { body: 'So', ...more } },
      { token, gateway: 1 },
    );
    if (answer.status !== 201) throw new Error(`not posted: ${answer.status} ${answer.text}`);
    return answer.body.comment.id;
  };
  const seesAll = async (client: ResumingClient, ids: number[]) => {
    await eventually(() => client.commentIds.length >= ids.length, { what: 'all comments', timeoutMs: 20_000 });
    expect(client.commentIds).toEqual(ids);
    expect(client.events.filter(({ event }) => event === 'reload')).toEqual([]);
  };

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'a gateway that ends by %s and comes back loses no event for who resumes',
    async (signal) => {
      const slug = await publish(admin, `Of ${signal}`);
      const followers = [0, 1, 2].map(() => follow(`/api/articles/${slug}/live`));
      await Promise.all(followers.map(begun));
      const said: number[] = [];
      const log = join(process.env['E2E_DATA'] ?? '', 'logs', 'gateway.log');
      const before = (await readFile(log, 'utf8')).length;
      await whileEnding(signal, async () => {
        for (let n = 0; n < 10; n += 1) said.push(await comment(slug));
      });
      for (const each of followers) await seesAll(each, said);
      expect(Math.max(...followers.map(({ connections }) => connections))).toBeGreaterThan(1);
      expect((await readFile(log, 'utf8')).slice(before)).not.toMatch(/by force|were cut/);
    },
    120_000,
  );

  test('comes through the site as it comes, and ends there when a browser leaves', async () => {
    const [site = ''] = (process.env['E2E_SITES'] ?? '').split(',');
    const slug = await publish(admin, 'Of the site');
    const stream = await EventStream.open(`${site}/api/articles/${slug}/live`);
    streams.push(stream);
    await stream.until(({ length }) => length === 1, 'the beginning');
    const posted = performance.now();
    const id = await comment(slug);
    await stream.until(({ length }) => length === 2, 'the comment');
    expect(performance.now() - posted).toBeLessThan(3_000);
    expect(stream.events[1]).toMatchObject({ event: 'activity', data: { commentId: id, commentsCount: 1 } });
  });

  test('replies come to whose comment it is, with their own token alone', async () => {
    const slug = await publish(admin, 'Of replies');
    const other = await introduceGuest('Otto');
    const parentId = await comment(slug);
    const mine = follow('/api/me/live', guest.token);
    const theirs = follow('/api/me/live', other.token);
    await Promise.all([mine, theirs].map(begun));
    const id = await comment(slug, { parentId }, other.token);
    await eventually(() => mine.commentIds.length > 0, { what: 'the reply' });
    expect(mine.events.at(-1)).toMatchObject({ event: 'reply', data: { commentId: id, parentId, slug } });
    expect(theirs.commentIds).toEqual([]);
    await expect(EventStream.open(`${gateways[0]}/api/me/live`)).rejects.toMatchObject({ status: 401 });
  });

  test('what is held is told nobody until it is approved', async () => {
    const slug = await publish(admin, 'Of what is held');
    const [writer, parentId] = [await introduceGuest('Hilda'), await comment(slug)];
    const sanction = { kind: 'premoderate', reason: 'abuse' };
    await post(`/api/people/${writer.id}/sanctions`, { sanction }, { token: admin });
    const followers = [follow(`/api/articles/${slug}/live`), follow('/api/me/live', guest.token)];
    await Promise.all(followers.map(begun));
    const held = await comment(slug, { parentId }, writer.token);
    const plain = await comment(slug, { parentId }, (await introduceGuest('Ida')).token);
    for (const each of followers) {
      await eventually(() => each.commentIds.includes(plain), { what: 'what is not held' });
      expect(each.commentIds).not.toContain(held);
    }
    expect((await post(`/api/comments/${held}/approve`, {}, { token: admin })).status).toBe(200);
    for (const each of followers) await eventually(() => each.commentIds.includes(held), { what: 'the approved' });
  });

  test('is refused as other reads are, and where it was not asked for as a stream', async () => {
    const slug = await publish(admin, 'Of what is gone');
    const path = `/api/articles/${slug}/live`;
    expect((await get(path)).status).toBe(406);
    expect((await send('HEAD', path, undefined, { headers: { accept: 'text/event-stream' } })).status).toBe(200);
    await expect(EventStream.open(`${gateways[0]}/api/articles/none-such/live`)).rejects.toMatchObject({ status: 404 });
    const stream = await EventStream.open(`${gateways[0]}${path}`);
    streams.push(stream);
    expect((await send('DELETE', `/api/articles/${slug}`, undefined, { token: admin })).status).toBe(204);
    await stream.until(() => stream.isEnded, 'the end');
    expect(stream.events.at(-1)?.data).toMatchObject({ kind: 'article-withdrawn' });
    await expect(EventStream.open(`${gateways[0]}${path}`)).rejects.toMatchObject({ status: 404 });
  });
});
