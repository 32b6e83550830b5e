import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get, introduceGuest, post, publish, signInAsAdmin } from './api-client.js';

const isoTime = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/) as unknown as string;

describe('a comment travels the whole road', () => {
  let admin: string;
  let guest: { id: string; token: string };
  let slug: string;

  beforeAll(async () => {
    admin = await signInAsAdmin();
    guest = await introduceGuest('Ada', { website: 'https://ada.example/' });
    slug = await publish(admin, 'The road & <its> end');
  });

  test('the admin signs in and reads their account', async () => {
    const { status, body } = await get('/api/user', { token: admin });
    expect(status).toBe(200);
    expect(body.user).toMatchObject({
      username: expect.any(String),
      email: expect.any(String),
      bio: null,
      image: null,
    });
  });

  test('a guest is known, but has no account', async () => {
    const me = await get('/api/me', { token: guest.token });
    const told = { name: 'Ada', originalName: 'Ada', nick: null, email: null, website: 'https://ada.example/' };
    expect(me.body).toEqual({
      me: { kind: 'guest', id: guest.id, ...told, roles: [], commentCount: 0, erasure: null },
    });
    expect((await get('/api/user', { token: guest.token })).status).toBe(403);
  });

  test('an article is readable in the RealWorld form as soon as it is published', async () => {
    const { status, body } = await get(`/api/articles/${slug}`);
    expect(status).toBe(200);
    expect(body.article).toMatchObject({
      slug,
      title: 'The road & <its> end',
      description: 'Of the road',
      body: 'It goes on.\n\nAnd on.',
      tagList: ['roads'],
      createdAt: isoTime,
      updatedAt: isoTime,
      favorited: false,
      favoritesCount: 0,
      author: { username: expect.any(String), bio: null, image: null, following: false },
      commentsClosed: false,
      commentCount: 0,
    });
    const list = await get('/api/articles?limit=1');
    expect(list.body.articles).toHaveLength(1);
    expect(list.body.articles[0]?.slug).toBe(slug);
    expect(list.body.articles[0]).not.toHaveProperty('body');
    expect(list.body.articlesCount).toBeGreaterThan(0);
  });

  test('a comment can be read back, by a stranger too, and is counted', async () => {
    const first = await post(
      `/api/articles/${slug}/comments`,
      { comment: { body: 'a <b>c</b>' } },
      { token: guest.token },
    );
    expect(first.status).toBe(201);
    expect(first.headers.get('consistency-token')).toMatch(new RegExp(`comment-${first.body.comment.id}:1`));
    expect(first.body.comment).toMatchObject({
      body: 'a <b>c</b>',
      format: 'text',
      parentId: null,
      createdAt: isoTime,
      author: {
        username: 'Ada',
        kind: 'guest',
        id: guest.id,
        website: 'https://ada.example/',
        mark: expect.any(String),
      },
    });
    expect(Number.isSafeInteger(first.body.comment.id)).toBe(true);
    expect(first.body.comment.bodyHtml).not.toContain('<b>');

    const parentId = first.body.comment.id;
    const reply = await post(`/api/articles/${slug}/comments`, { comment: { body: 'd', parentId } }, { token: admin });
    expect(reply.status).toBe(201);
    expect(reply.body.comment).toMatchObject({ parentId, author: { kind: 'account' } });

    const thread = await get(`/api/articles/${slug}/comments`);
    // Its author alone is told until when it can be changed.
    const told = [first, reply].map(({ body }) => ({ ...body.comment, editableUntil: undefined }));
    expect(thread.body.comments).toEqual(told);
    expect((await get(`/api/articles/${slug}`)).body.article.commentCount).toBe(2);
    expect((await get('/api/me', { token: guest.token })).body.me.commentCount).toBe(1);
  });

  test('a closed article refuses with the sentence, a reopened one accepts', async () => {
    const closed = await post(`/api/articles/${slug}/close-comments`, {}, { token: admin });
    expect([closed.status, closed.body.article.commentsClosed]).toEqual([200, true]);
    const refused = await post(`/api/articles/${slug}/comments`, { comment: { body: 'late' } }, { token: guest.token });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toBe('Sorry. Comments have been closed on this article.');
    const reopened = await post(`/api/articles/${slug}/reopen-comments`, {}, { token: admin });
    expect([reopened.status, reopened.body.article.commentsClosed]).toEqual([200, false]);
    const comment = await post(`/api/articles/${slug}/comments`, { comment: { body: 'ok' } }, { token: guest.token });
    expect(comment.status).toBe(201);
  });

  test('the API describes itself', async () => {
    const { body } = await get('/openapi.json');
    const published = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');
    expect(body).toEqual(JSON.parse(readFileSync(published, 'utf8')));
    const docs = await get('/docs');
    expect([docs.status, docs.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  });
});
