import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { added, importing, tableOf, threadOf } from './importing.js';
import { eventually } from '#testing/eventually.js';
import { get, signInAsAdmin } from './api-client.js';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'import', 'wordpress');
const [harbour, secret] = ['harbour.xml', 'secret.xml'].map((file) => join(fixtures, file)) as [string, string];
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'inputs', 'wxr');
const folder = mkdtempSync(join(tmpdir(), 'broadside-e2e-import-'));

const [mapping, imported] = ['sections.json', 'imported.jsonl'].map((file) => join(folder, file)) as [string, string];

const harbourTable = {
  ...{ articles: 3, closed: 1, 'without a date': 1, authors: 2 },
  ...{ comments: 9, replies: 3, reparented: 3, depth: 3, 'with a website': 2, persons: 6, 'without a time': 1 },
  ...{ 'comment, pingback': 1, 'comment, spam': 1, 'comment, unapproved': 1 },
  ...{ 'page, publish (with 1 comment)': 1, 'comment, of what is not public': 1, 'attachment, inherit': 1 },
  ...{ drafts: 3, scheduled: 1, private: 1 },
};

interface Page {
  article: {
    title: string;
    createdAt: string;
    bodyHtml: string;
    tagList: string[];
    author: { username: string };
    commentsClosed: boolean;
  };
}
const page = async (slug: string) => ((await get(`/api/articles/${slug}`)).body as unknown as Page).article;

describe('import of WordPress exports', () => {
  test('--dry-run prints what would be imported, --report what is skipped, and nothing changes', async () => {
    const report = join(folder, 'report.jsonl');
    const { code, out } = await importing('--dry-run', '--report', report, '--propose-sections', mapping, harbour);
    expect([code, tableOf(out), added(out)]).toEqual([0, expect.objectContaining(harbourTable), []]);
    const lines = readFileSync(report, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      ...{ file: harbour, line: 180, id: '11', reason: 'page, publish', comments: 1 },
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      ...{ file: harbour, line: 131, id: '8', parent: '9', reason: 'comment, reparented: it was part of a circle' },
    });
    expect(lines).toHaveLength(9);
    expect(readFileSync(mapping, 'utf8')).toContain(
      '{"category":"Ferries & Tugs","articles":1,"as":"section","name":"Ferries & Tugs"}',
    );
    expect((await get('/api/articles/ferries')).status).toBe(404);
  });

  test('articles, authors and comments are imported, gzipped or not; a rerun adds nothing', async () => {
    const zipped = join(folder, 'harbour.xml.gz');
    writeFileSync(zipped, gzipSync(readFileSync(harbour)));
    const filed = { ...harbourTable, sections: 1 };
    const first = await importing(zipped, '--sections', mapping, '--report', imported);
    expect([first.code, tableOf(first.out), added(first.out)]).toEqual([0, filed, [3, 9, 6, 2, 1, 3]]);
    const again = await importing(harbour, '--sections', mapping);
    expect([again.code, tableOf(again.out), added(again.out)]).toEqual([0, filed, [0, 0, 0, 0, 0, 0]]);

    const thread = await threadOf('ferries', 4);
    expect(thread.map(({ createdAt }) => createdAt)).toEqual([
      '2019-04-02T05:30:00.000Z',
      '2019-04-02T07:00:00.000Z',
      '2019-04-02T08:00:00.000Z',
      '2019-04-03T07:00:00.000Z',
    ]);
    const [lost, ann, bo, other] = thread;
    expect([lost?.parentId, ann?.parentId, bo?.parentId, other?.parentId]).toEqual([bo?.id, null, ann?.id, null]);
    expect(lost?.author.id).toBe(ann?.author.id);
    expect(other?.author.id).not.toBe(ann?.author.id);
    expect(ann?.bodyHtml).toBe('<p>First line.</p>\n<p>Second <b>paragraph</b>.</p>\n');
    expect(await page('ferries')).toMatchObject({
      title: 'Ferries & tugs – a list',
      createdAt: '2019-04-02T05:30:00.000Z',
      tagList: ['list'],
      author: { username: 'The First Mate' },
    });
    const { bodyHtml } = await page('ferries');
    expect(bodyHtml).toContain('<p>An old paragraph without its tags,<br />with a line broken.</p>');
    expect(bodyHtml).toContain('See [1] and [sic].');
    expect(bodyHtml).not.toMatch(/wp:paragraph|\[caption|\[gallery|script/);
    expect(bodyHtml.replaceAll('\n', '')).toContain(
      '<figure><img src="https://harbour.example/ferry.jpg" alt="ferry" loading="lazy" decoding="async" referrerpolicy="no-referrer" /><figcaption> The ferry</figcaption></figure>',
    );
    expect(bodyHtml).toContain(
      '<figure><img src="https://harbour.example/tug.jpg" alt="A picture" loading="lazy" decoding="async" referrerpolicy="no-referrer" /></figure>',
    );
    expect(await page('ferries-tugs-a-list')).toMatchObject({ commentsClosed: true, author: { username: 'cook' } });
    expect((await threadOf('ferries-tugs-a-list', 3)).every(({ author }) => author.website === undefined)).toBe(true);
    expect(await page('日本')).toMatchObject({ createdAt: '2016-06-01T12:00:00.000Z' });
  });

  test('an imported article is in its section, and found by each address that it had', async () => {
    expect(await page('ferries')).toMatchObject({ section: { name: 'Ferries & Tugs', slug: 'ferries-tugs' } });
    const where = async (address: string) =>
      (await get(`/api/former-addresses?address=${encodeURIComponent(address)}`)).body as unknown;
    for (const path of ['2019/04/ferries/', '2019/04/ferrys', '?p=7', 'archives/7']) {
      expect(await where(`/notes/${path}`)).toEqual({ article: { slug: 'ferries' } });
    }
    for (const path of ['/notes/2019/06/crew/', '/notes/?p=14', '/notes/?p=15', '//evil.example/', '/%00', '']) {
      expect(await where(path)).toMatchObject({ status: 404 });
    }
  });

  test('what is private, a draft or scheduled is seen by nobody but its author and editors', async () => {
    const lines = readFileSync(imported, 'utf8').trim().split('\n');
    const reported = lines.map((line) => JSON.parse(line) as { reason: string; articleId?: string });
    const drafts = reported.filter(({ articleId }) => articleId !== undefined);
    expect(drafts.map(({ reason }) => reason)).toEqual(['draft, imported', 'draft, private', 'draft, imported']);
    const token = await signInAsAdmin();
    const [, crew, regatta] = await Promise.all(
      drafts.map(async ({ articleId }) =>
        eventually(
          async () => {
            const answer = await get(`/api/drafts/${articleId}`, { token });
            expect(answer.status).toBe(200);
            return (answer.body as unknown as { draft: object }).draft;
          },
          { what: 'the draft to be projected' },
        ),
      ),
    );
    expect(crew).toMatchObject({ title: 'The crew alone', status: 'open', author: { username: 'The First Mate' } });
    expect(regatta).toMatchObject({
      ...{ description: 'All boats will sail.', status: 'scheduled', publishAt: '2999-01-02T03:04:05.000Z' },
    });
    for (const slug of ['crew', 'the-crew-alone', 'regatta', 'the-regatta']) {
      expect((await get(`/api/articles/${slug}`)).status).toBe(404);
    }
    expect((await get(`/api/drafts/${drafts[1]?.articleId}`)).status).toBe(401);
    const listed = JSON.stringify((await get('/api/articles?limit=100')).body);
    for (const told of ['The crew alone', 'All boats will sail.']) expect(listed).not.toContain(told);
  });

  test('a post with a password is skipped with its comments; one that was imported before is listed', async () => {
    const first = await importing(secret);
    expect(tableOf(first.out)).toMatchObject({ articles: 1, comments: 0, 'post, with a password (with 1 comment)': 1 });
    expect((await get('/api/articles/quay-crew')).status).toBe(404);

    const published = join(folder, 'published.xml');
    writeFileSync(published, readFileSync(secret, 'utf8').replace('<![CDATA[rum]]>', ''));
    const where = ['--find-protected', secret];
    expect(await importing(...where)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^posts with a password: 1\n\/articles\/quay-crew {2}is not here\n/),
    });
    await importing(published);
    await threadOf('quay-crew', 1);
    const { out } = await importing(...where);
    expect(out).toContain('/articles/quay-crew  is here: withdraw it');
    expect(out).toMatch(/source +wordpress:quay\.example\n +id +2@2019-04-03T05:30:00\.000Z\n +comments +1\n/);
  });

  test('a cut-off export: the position and the reason; complete items are imported, and a rerun completes it', async () => {
    const whole = readFileSync(harbour, 'utf8').replaceAll('harbour.example', 'cut.example');
    const file = join(folder, 'cut.xml');
    writeFileSync(file, whole.slice(0, whole.indexOf('Earliest.')));
    const first = await importing(file);
    expect(first.code).toBe(1);
    expect(first.err).toMatch(/cut\.xml, line \d+, column \d+: the file ends within </);
    expect(tableOf(first.out)).toMatchObject({ articles: 2, comments: 7, 'articles without a date': 1 });
    writeFileSync(file, whole);
    const second = await importing(file);
    expect([second.code, tableOf(second.out), added(second.out)]).toEqual([0, harbourTable, [1, 2, 1, 0, 3]]);
  });

  const whereShared = existsSync(shared) ? test : test.skip;
  const rows: [string, Record<string, number>][] = [
    ['isso-wordpress.xml', { articles: 3, comments: 8, replies: 3, depth: 3, persons: 5 }],
    [
      'remark42-wordpress.xml',
      {
        ...{ articles: 1, comments: 2, replies: 0, reparented: 1, depth: 1, persons: 2 },
        ...{ 'attachment, inherit': 1, 'comment, unapproved': 1, 'comment, pingback': 1 },
      },
    ],
    ['remark42-wordpress-md.xml', { articles: 1, comments: 3, replies: 0, depth: 1, persons: 1 }],
    [
      'hexo-migrator-wordpress.xml',
      { articles: 4, comments: 1, depth: 1, persons: 1, 'post, trash': 13, 'page, publish': 1, 'page, draft': 1 },
    ],
    ['ghost-migrate/co-authors-plus.xml', { articles: 4, comments: 0 }],
    ['ghost-migrate/feature-image-captions.xml', { articles: 3, comments: 0 }],
    ['ghost-migrate/has-audio-enclosure.xml', { articles: 1, closed: 1 }],
    ['ghost-migrate/has-audio-enclosure-with-libsyn-embed.xml', { articles: 1, closed: 1 }],
    ['ghost-migrate/has-yoast-meta.xml', { articles: 2, closed: 2 }],
    ['ghost-migrate/posts-only.xml', { articles: 2 }],
    ['ghost-migrate/sample.xml', { articles: 2 }],
    ['ghost-migrate/sample-no-slug.xml', { articles: 2 }],
    ['ghost-migrate/sample-with-alt.xml', { articles: 1 }],
    ['ghost-migrate/attachments-only.xml', { articles: 0 }],
    ['ghost-migrate/has-meta.xml', { articles: 0 }],
    ['ghost-migrate/pages-only.xml', { articles: 0 }],
  ];

  whereShared(
    'exports of real sites give their rows, in any order, twice in a row',
    async () => {
      for (const turn of [rows, rows.toReversed()]) {
        for (const [file, row] of turn) {
          const { code, out } = await importing(join(shared, file));
          expect([file, code, tableOf(out)]).toEqual([file, 0, expect.objectContaining(row)]);
          if (turn !== rows) expect([file, new Set(added(out))]).toEqual([file, new Set([0])]);
        }
      }
      const broken = await importing(join(shared, 'remark42-wordpress-md.as-in-repo.xml'));
      expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('line 2, column 9')]);
    },
    120_000,
  );
});
