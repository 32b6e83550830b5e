import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { commentsClosedSentence } from '#contracts/comments/comment.commands.js';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, publish, put, send, signInAsAdmin } from './api-client.js';

let admin: string;
let guest: { token: string };
beforeAll(async () => {
  [admin, guest] = [await signInAsAdmin(), await introduceGuest('Late')];
});

interface Article {
  createdAt: string;
  commentsClosed: boolean;
  comments: { closed: boolean; closesAt: string | null; closesAfterDays: unknown };
}
const read = async (slug: string) => (await get(`/api/articles/${slug}`)).body.article as unknown as Article;
const comment = (slug: string, token = guest.token) =>
  post(`/api/articles/${slug}/comments`, { comment: { body: randomUUID() } }, { token });
const closesAfter = (slug: string, afterDays: unknown) =>
  put(`/api/articles/${slug}/comments-closing`, { comments: { afterDays } }, { token: admin });
const patch = (path: string, body: unknown) => send('PATCH', path, JSON.stringify(body), { token: admin });

/** The comments service learns of it a moment later. */
const untilAnswered = (slug: string, status: number, token?: string) =>
  eventually(
    async () => {
      const answer = await comment(slug, token);
      return answer.status === status && answer;
    },
    { what: `${status} for a comment under ${slug}` },
  );

test('an article closes 14 days after its publication, at once after 0 days, and stays open once it is reopened', async () => {
  const slug = await publish(admin, 'Of closing');
  const fresh = await read(slug);
  const inFortnight = new Date(Date.parse(fresh.createdAt) + 14 * 86_400_000).toISOString();
  expect(fresh).toMatchObject({ comments: { closed: false, closesAt: inFortnight, closesAfterDays: null } });

  expect([(await closesAfter(slug, 0)).status, (await read(slug)).commentsClosed]).toEqual([200, true]);
  const refused = await untilAnswered(slug, 403);
  expect(refused.body.detail).toBe(commentsClosedSentence);

  expect((await post(`/api/articles/${slug}/reopen-comments`, {}, { token: admin })).status).toBe(200);
  await untilAnswered(slug, 201);
  expect(await read(slug)).toMatchObject({ commentsClosed: false, comments: { closesAt: null } });
  expect((await closesAfter(slug, 'soon')).status).toBe(422);
  expect((await closesAfter(slug, 3_651)).status).toBe(422);
});

test('a section says when its articles close, and an article may say otherwise', async () => {
  const section = { name: `Closing ${randomUUID().slice(0, 8)}`, commentsCloseAfterDays: 0 };
  const opened = await post('/api/sections', { section }, { token: admin });
  const { id: sectionId } = (opened.body as unknown as { section: { id: string } }).section;
  const slug = await publish(admin, 'Of a section that closes');
  await put(`/api/articles/${slug}`, { article: { sectionId } }, { token: admin });
  await untilAnswered(slug, 403);
  expect(await read(slug)).toMatchObject({ commentsClosed: true });
  await closesAfter(slug, 'never');
  await untilAnswered(slug, 201);
  await closesAfter(slug, null);
  await untilAnswered(slug, 403);
  await patch(`/api/sections/${sectionId}`, { section: { commentsCloseAfterDays: 'never' } });
  await untilAnswered(slug, 201);
});

test('what an archive had open stays open, until the site says when comments close', async () => {
  const article = {
    ...{ slug: `archived-${randomUUID()}`, title: 'Of long ago', body: 'It was.', publishedAt: '2016-01-01T00:00:00Z' },
    ...{ commentsClosed: false, provenance: { source: randomUUID(), externalId: '1' } },
  };
  const answer = await post('/api/imports/articles', { articles: [article] }, { token: admin });
  const [{ slug }] = (answer.body as unknown as { results: [{ slug: string }] }).results;
  await untilAnswered(slug, 201);
  try {
    await patch('/api/site', { site: { commentsCloseAfterDays: 30 } });
    await untilAnswered(slug, 403);
    expect((await read(slug)).commentsClosed).toBe(true);
  } finally {
    await patch('/api/site', { site: { commentsCloseAfterDays: null } });
  }
  await untilAnswered(slug, 201);
});

test('in quiet time nobody posts but the staff, and is told until when', async () => {
  const slug = await publish(admin, 'Of the night');
  const clock = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  const { site } = (await get('/api/site')).body as unknown as { site: { timeZone: string } };
  const [quietFrom, quietUntil] = [clock(-2), clock(2)];
  await untilAnswered(slug, 201);
  try {
    await patch('/api/site', { site: { timeZone: 'UTC', quietFrom, quietUntil } });
    const { body } = await untilAnswered(slug, 403);
    expect(body.detail).toBe(`It is quiet time: comments are taken again at ${quietUntil} (UTC).`);
    await untilAnswered(slug, 201, admin);
  } finally {
    await patch('/api/site', { site: { timeZone: site.timeZone, quietFrom: null, quietUntil: null } });
    await untilAnswered(slug, 201);
  }
});
