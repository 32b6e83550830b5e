import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, signInAsAdmin } from './api-client.js';
import { added, importing, tableOf, threadOf } from './importing.js';
import { runTool } from './run-tool.js';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'import');
const archive = ['blog.articles.jsonl', 'blog.comments.jsonl'].map((file) => join(fixtures, file));
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'inputs', 'jsonl');
const sharedArchive = ['mmistakes.articles.jsonl', 'mmistakes.jsonl'].map((file) => join(shared, file));

describe('import of JSON Lines', () => {
  test('articles and comments are imported with times, threads, persons and closed state; a rerun adds nothing', async () => {
    const first = await importing(...archive);
    expect(first).toMatchObject({ code: 0, err: expect.stringMatching(/comments: 13 of 13/) });
    expect(tableOf(first.out)).toEqual({
      ...{ articles: 4, closed: 2, 'without a date': 1 },
      ...{ comments: 13, replies: 3, reparented: 3, depth: 3, 'with a website': 3, persons: 10 },
      authors: 0,
      'article, given twice': 1,
      'comment, of an article that is in no file': 1,
    });
    expect(added(first.out)).toEqual([4, 13, 10, 0]);
    const again = await importing(...archive.toReversed());
    expect(tableOf(again.out)).toEqual(tableOf(first.out));
    expect(added(again.out)).toEqual([0, 0, 0, 0]);

    const ferry = await threadOf('ferry-returns', 7);
    expect(ferry.map(({ createdAt }) => createdAt)).toEqual(ferry.map(({ createdAt }) => createdAt).toSorted());
    const [eleven, twelve, thirteen] = ferry;
    expect(eleven).toMatchObject({ createdAt: '2019-04-02T08:00:00.000Z', parentId: null, body: 'It does not.' });
    expect(twelve).toMatchObject({ parentId: eleven?.id, bodyHtml: '<p>Told you <strong>so</strong>.</p>\n' });
    expect(thirteen).toMatchObject({ parentId: twelve?.id, author: { id: eleven?.author.id, username: 'Ann' } });
    expect(ferry.slice(3).map(({ parentId }) => parentId)).toEqual([null, null, ferry[4]?.id, null]);
    expect(ferry.slice(3).map(({ author }) => author.username)).toEqual(['Cy', '', '404', 'null']);
    const pier = await threadOf('old-pier', 4);
    expect(new Set([eleven, ...pier.slice(0, 2)].map((each) => each?.author.id)).size).toBe(3);
    expect(pier[3]).toMatchObject({ body: 'NUL  and half a character �.', author: { username: 'Dirty �' } });

    type Page = { article: { createdAt: string; commentsClosed: boolean; commentCount: number } };
    const page = async (slug: string) => ((await get(`/api/articles/${slug}`)).body as unknown as Page).article;
    expect(await page('undated')).toMatchObject({ createdAt: '2016-06-01T12:00:00.000Z', commentCount: 2 });
    expect(await page('ferry-returns')).toMatchObject({ createdAt: '2019-04-02T05:30:00.000Z', commentsClosed: false });
    expect(await page('old-pier')).toMatchObject({ commentsClosed: true, commentCount: 4 });
  });

  test('a closed article of the archive refuses new comments', async () => {
    await importing(...archive);
    const { token } = await introduceGuest('Late');
    const reply = await eventually(
      async () => {
        const answer = await post('/api/articles/silent/comments', { comment: { body: 'Anybody?' } }, { token });
        expect(answer.status).not.toBe(404);
        return answer;
      },
      { what: 'the article to be known' },
    );
    expect([reply.status, reply.body.detail]).toEqual([403, 'Sorry. Comments have been closed on this article.']);
  });

  test('a new comment by an erased person is skipped and counted; other new ones are imported', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadside-e2e-import-'));
    const [file, report] = [join(folder, 'cuckoo.jsonl'), join(folder, 'report.jsonl')];
    const comment = (id: number, name: string, more = {}) => ({
      ...{ articleSlug: 'cuckoo', id, name, postedAt: '2019-04-02T08:00:00Z', body: `I am ${id}`, ...more },
    });
    const lines: object[] = [{ slug: 'cuckoo', title: 'Cuckoo' }, comment(1, 'Gone'), comment(2, 'Stays')];
    const write = () => writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    write();
    expect(added((await importing('--source', 'cuckoo', file)).out)).toEqual([1, 2, 2, 0]);
    const gone = (await threadOf('cuckoo', 2)).find(({ author }) => author.username === 'Gone')?.author.id ?? '';
    const token = await signInAsAdmin();
    expect((await post(`/api/people/${gone}/erase`, { reason: 'asked-elsewhere' }, { token })).status).toBe(200);
    const isErased = async () => (await threadOf('cuckoo', 2)).every(({ author }) => author.username !== 'Gone');
    await eventually(isErased, { what: 'the erasure', timeoutMs: 15_000 });

    lines.push(comment(3, 'Gone'), comment(4, 'Stays', { parentId: 3 }), comment(5, 'Stays', { parentId: 1 }));
    write();
    const { code, out } = await importing('--source', 'cuckoo', '--report', report, file);
    expect(code).toBe(0);
    expect(added(out)).toEqual([0, 2, 0, 0]);
    expect(tableOf(out)).toMatchObject({
      comments: 4,
      replies: 1,
      reparented: 1,
      'comment, by somebody who was erased': 1,
    });
    const told = readFileSync(report, 'utf8').trim().split('\n');
    expect(told.map((line) => JSON.parse(line) as unknown)).toEqual([
      { reason: 'comment, by somebody who was erased', id: '3', file, line: 4 },
      { reason: 'comment, reparented: its parent did not come with it', id: '4', parent: '3', file, line: 5 },
    ]);
    const [one, , , five] = await threadOf('cuckoo', 4);
    expect([one?.author.username, five?.parentId]).toEqual(['[erased]', one?.id]);
  });

  test('a comment for an unknown article is refused, not added', async () => {
    const token = await signInAsAdmin();
    const { id: personId } = await introduceGuest('Nowhere');
    const body = { articleId: randomUUID(), personId, name: 'Nowhere', body: 'x', format: 'text' };
    const comment = { ...body, postedAt: '2019-04-02T08:00:00Z', provenance: { source: 'x', externalId: '1' } };
    const answer = await post('/api/imports/comments', { comments: [comment] }, { token });
    expect([answer.status, answer.body]).toEqual([
      200,
      { results: [{ commentId: null, added: false, reparented: false, refused: 'ArticleUnknown' }] },
    ]);
  });

  test('a bad line: its number and the reason; earlier lines are imported, and a rerun completes it', async () => {
    const text = readFileSync(join(fixtures, 'broken.jsonl'), 'utf8');
    const file = join(mkdtempSync(join(tmpdir(), 'broadside-e2e-import-')), 'broken.jsonl');
    writeFileSync(file, text);
    const first = await importing(file);
    expect(first.code).toBe(1);
    expect(first.err).toContain(`${file}, line 5: is not JSON`);
    expect(tableOf(first.out)).toMatchObject({
      ...{ articles: 1, comments: 1, reparented: 0 },
      'articles without a date': 1,
      'comments that may hang on the rest': 1,
    });
    await threadOf('broken', 1);
    writeFileSync(file, text.replace('"postedAt":\n', '"postedAt":"2020-01-02T12:00:00Z","body":"Mended."}\n'));
    const second = await importing(file);
    expect([second.code, added(second.out)]).toEqual([0, [1, 3, 1, 0]]);
    const thread = await threadOf('broken', 3);
    expect(thread.map(({ body, parentId }) => [body, parentId])).toEqual([
      ['Before it.', null],
      ['Mended.', null],
      ['Hangs on what follows.', thread[1]?.id],
    ]);
  });

  test('ended by Ctrl-C midway, it says that imported items stay; a rerun continues and has the same result', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'broadside-e2e-import-')), 'ended.jsonl');
    const comments = Array.from({ length: 5_000 }, (_, id) => {
      const postedAt = new Date(Date.UTC(2019, 3, 2, 8, 0, id)).toISOString();
      return JSON.stringify({ articleSlug: 'ended', id, name: `Ann ${id % 7}`, postedAt, body: `Comment ${id}` });
    });
    writeFileSync(file, ['{"slug":"ended","title":"Ended"}', ...comments].join('\n'));
    const ended = await runTool('import/import', ['--source', 'ended', file], (child) => {
      child.stderr?.on('data', (text: string) => {
        if (text.includes('comments: 500 of')) child.kill('SIGINT');
      });
    });
    expect(ended).toMatchObject({
      ...{ code: 130, out: '' },
      err: expect.stringMatching(/\nEnded by SIGINT: what came in stays; run it again and it goes on/),
    });
    const again = await importing('--source', 'ended', file);
    expect(again.code).toBe(0);
    const [articles, more = 0] = added(again.out);
    expect([articles, tableOf(again.out)]).toEqual([0, expect.objectContaining({ comments: 5_000, persons: 7 })]);
    expect(more).toBeGreaterThan(0);
    expect(more).toBeLessThanOrEqual(4_500);
  });

  test('an invalid call is explained', async () => {
    expect(await importing()).toMatchObject({ code: 2, err: expect.stringContaining('No file was named') });
    expect(await importing('--nope', 'x')).toMatchObject({ code: 2, err: expect.stringContaining("'--nope'") });
    expect(await importing('/no/such.jsonl')).toMatchObject({
      code: 2,
      err: expect.stringContaining('/no/such.jsonl'),
    });
  });

  const whereShared = existsSync(shared) ? test : test.skip;
  whereShared("a real blog's 720 comments", async () => {
    const first = await importing('--source', 'mmistakes', ...sharedArchive);
    expect(tableOf(first.out)).toEqual({
      ...{ articles: 49, closed: 25, 'without a date': 2 },
      ...{ comments: 720, replies: 353, reparented: 0, depth: 2, 'with a website': 324, persons: 339, authors: 0 },
    });
    expect(added(first.out)).toEqual([49, 720, 339, 0]);
    const again = await importing('--source', 'mmistakes', ...sharedArchive);
    expect(added(again.out)).toEqual([0, 0, 0, 0]);
  });
});
