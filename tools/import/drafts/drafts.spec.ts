import { describe, expect, test } from '@jest/globals';
import { PublishArticle, type DraftImported } from '#contracts/articles/article.commands.js';
import { ArchiveArticle } from '../archive.js';
import { countArchive } from '../count-archive.js';
import { parseLine } from '../json-lines/json-lines-format.js';
import { Spool } from '../spool.js';
import { Tally } from '../tally.js';
import { item, comment, read, rss } from '../wordpress/written-exports.js';
import { countDraft } from './count-drafts.js';
import { takeDraft } from './take-draft.js';
import { toDraft, type DraftToSend } from './to-draft.js';

const now = '2026-01-02T03:04:05.000Z';
const later = '2999-01-02T03:04:05.000Z';
const archived = (more: object) =>
  ArchiveArticle.parse({
    ...{ externalId: '7@', slug: 'a', title: 'A', publishedAt: null, commentsClosed: false, provenance: {} },
    ...{ body: '<p>One two.</p><p>Three [gallery ids="1"]four.</p>', unpublished: { as: 'draft' }, ...more },
  });
const draftOf = (more: object) =>
  toDraft(
    { item: 1, source: 'wordpress:a.example', file: 'a.xml', article: archived(more), firstCommentAt: null },
    {},
    now,
  );

describe('what is not public in its archive', () => {
  test('becomes a draft with what it says; without a title it is called by its first words', () => {
    expect(draftOf({})).toEqual({
      unfit: undefined,
      draft: expect.objectContaining({ title: 'A', description: '', savedAt: now, submitted: false }),
    });
    expect(draftOf({ title: ' \n', publishedAt: '2019-04-02T05:30:00.000Z' })).toMatchObject({
      draft: { title: 'One two. Three four.', savedAt: '2019-04-02T05:30:00.000Z' },
    });
    expect(draftOf({ title: '', body: '[gallery]' })).toBe('draft, empty');
  });

  test('is published at its time with the excerpt that its blog would make, if it can be', () => {
    const scheduled = { unpublished: { as: 'draft', publishAt: later } };
    const due = draftOf(scheduled);
    expect(due).toMatchObject({ draft: { publishAt: later, description: 'One two. Three four.' } });
    expect(PublishArticle.safeParse(typeof due === 'string' ? undefined : due.draft).success).toBe(true);
    const long = draftOf({ ...scheduled, body: 'word '.repeat(20_000) });
    expect(long).toMatchObject({ unfit: 'body is too long (maximum is 50000 characters)' });
    expect(typeof long === 'string' || long.draft.publishAt).toBeUndefined();
    expect(draftOf({ unpublished: { as: 'private', publishAt: later } })).not.toHaveProperty('draft.publishAt', later);
  });

  test('is told from the status of a post; one that was due when its export was written is public', async () => {
    const dated = (date: string) => `<wp:post_date_gmt>${date}</wp:post_date_gmt>`;
    const post = (number: number, status: string, more = '') =>
      `<item><title>T</title><wp:post_id>${number}</wp:post_id><wp:status>${status}</wp:status>${more}</item>`;
    const { items, skipped } = await read(
      rss(
        [
          post(1, 'draft'),
          post(2, 'pending'),
          post(3, 'private', dated('2019-04-02 05:30:00')),
          post(4, 'future', dated('2999-01-02 03:04:05')),
          post(5, 'future', dated('2019-04-02 05:30:00')),
          post(6, 'auto-draft'),
          post(7, 'private', '<wp:post_password>rum</wp:post_password>'),
        ].join(''),
      ),
    );
    expect(items.slice(0, 5).map(({ article }) => article?.unpublished)).toEqual([
      { as: 'draft' },
      { as: 'submitted' },
      { as: 'private' },
      { as: 'draft', publishAt: later },
      undefined,
    ]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['post, auto-draft', 'post, with a password']);
  });

  test('is told from a line; what a line calls a draft is never due', () => {
    const of = (line: object) => {
      const read = parseLine(JSON.stringify({ slug: 'a', title: 'A', ...line }));
      return read.kind === 'article' ? read.article.unpublished : undefined;
    };
    expect(of({})).toBeUndefined();
    expect(of({ status: 'published' })).toBeUndefined();
    expect(of({ status: 'draft' })).toEqual({ as: 'draft' });
    expect(of({ publishAt: '2999-01-02T03:04:05Z' })).toEqual({ as: 'draft', publishAt: later });
    expect(of({ publishAt: '2019-04-02' })).toBeUndefined();
    for (const publishAt of ['2019-04-02', later]) {
      for (const as of ['draft', 'submitted', 'private']) expect(of({ status: as, publishAt })).toEqual({ as });
    }
    expect(of({ status: 'published', publishAt: later })).toEqual({ as: 'draft', publishAt: later });
    expect(() => of({ status: 'secret' })).toThrow('status must be one of');
  });

  test('is said to be public where it came in while it was, and not counted as a draft', () => {
    const article = archived({ unpublished: { as: 'private' } });
    const spooled = { item: 1, source: 'wordpress:a.example', file: 'a.xml', article, firstCommentAt: null };
    const sent = { ...(toDraft(spooled, {}, now) as DraftToSend), spooled };
    const tally = new Tally();
    const reported: object[] = [];
    const take = (result: DraftImported) => {
      countDraft(tally, article, sent.draft, 1);
      takeDraft(sent, result, { tally, report: (each) => reported.push(each) });
    };
    take({ articleId: 'one', added: false, isPublic: true });
    take({ articleId: null, added: false, refused: 'PersonErased' });
    take({ articleId: 'two', added: true });
    expect(reported).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('is public here: withdraw it'), articleId: 'one' }),
      expect.not.objectContaining({ articleId: expect.anything() }),
      { reason: 'draft, private', id: '7@', file: 'a.xml', articleId: 'two' },
    ]);
    expect(tally.drafts).toMatchObject({ here: 1, added: 1, private: 1 });
    expect(tally.toString()).toMatch(/skipped +1 {2}draft, is public here/);
  });

  test('brings no comment with it, whatever the order; it is counted as what it is', async () => {
    const spool = new Spool();
    await read(rss(item(`<wp:status>private</wp:status>${comment(1)}`)));
    spool.setArticle(spool.itemOf('s', 'a'), 's', archived({ externalId: 'a', unpublished: { as: 'private' } }));
    for (const [id, of] of ['a', 'b'].entries()) {
      const posted = { externalId: `${id}`, name: 'Ann', body: 'So.', format: 'text' as const, postedAt: null };
      spool.addComment(spool.itemOf('s', of), posted, 1);
    }
    spool.setArticle(spool.itemOf('s', 'b'), 's', archived({ externalId: 'b', unpublished: { as: 'submitted' } }));
    spool.setArticle(spool.itemOf('s', 'c'), 's', archived({ externalId: 'c', unpublished: undefined }));
    await spool.resolve();
    const tally = new Tally();
    await countArchive(spool, tally, () => undefined);
    expect([...spool.comments()]).toEqual([]);
    expect([...spool.strangers()].map(({ reason }) => reason)).toEqual(Array(2).fill('comment, of what is not public'));
    expect(tally).toMatchObject({ articles: { here: 1 }, comments: { here: 0 }, persons: { here: 0 } });
    expect(tally.drafts).toMatchObject({ here: 2, submitted: 1, private: 1, scheduled: 0 });
    spool.close();
  });
});
