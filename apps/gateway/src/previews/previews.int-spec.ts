import { afterAll, expect, test } from '@jest/globals';
import type { House } from '#contracts/thesaurus/house-entry.js';
import { parseBody } from '#http/validate.js';
import { difficultRenderer, testRenderer } from '#testing/rendering/renderers.js';
import { maxCommentPreviews, Previews } from './previews.js';
import { CommentPreview, Preview } from './preview.answers.js';

const previews = new Previews(difficultRenderer({ waitMs: 2_000, answerMs: 500 }));
const preview = async (given: unknown, as?: string) => {
  const { body, format } = parseBody(Preview, { preview: { body: given, ...(as && { format: as }) } }).preview;
  return previews.of({ body, format });
};
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: { status?: number }) => error.status ?? String(error as unknown),
  );
afterAll(() => previews.onApplicationShutdown());

test('a preview is what readers would see: the same renderer, sanitised; text unless it says otherwise', async () => {
  expect(await preview('a *b* <c>')).toBe('<p>a *b* &lt;c&gt;</p>');
  const bodyHtml = await preview('*b*<script>x</script>', 'markdown');
  expect(bodyHtml).toContain('<em>b</em>');
  expect(bodyHtml).not.toContain('<script');
});

test('a body that ends the process is refused, and the next one is shown', async () => {
  expect(await statusOf(preview('exit:', 'markdown'))).toBe(422);
  expect(await statusOf(preview('*c*', 'markdown'))).toBe(200);
});

test('a body that takes too long is a 503, in time', async () => {
  const slow = new Previews(difficultRenderer({ waitMs: 100, answerMs: 1_000 }));
  expect(await statusOf(slow.of({ body: 'hang:', format: 'markdown' }))).toBe(503);
  slow.onApplicationShutdown();
});

test.each([[''], [undefined], ['x'.repeat(50_001)]])('what no article may have is a 422', async (body) => {
  expect(await statusOf(preview(body))).toBe(422);
});

test('a comment is previewed as it would be posted: with its small HTML, and pictures as links', async () => {
  const { preview: comment } = parseBody(CommentPreview, {
    preview: { body: '<u>a</u> ![b](https://a.example/c.png)', format: 'markdown' },
  });
  expect(await previews.ofComment(comment)).toMatch(/<u>a<\/u> <a href="https:\/\/a.example\/c.png".* class="picture"/);
  expect(() => parseBody(CommentPreview, { preview: { body: 'x'.repeat(10_001) } })).toThrow();
});

test('strangers’ previews of comments do not fill the queue in which the desk’s wait', async () => {
  const busy = new Previews(difficultRenderer({ waitMs: 2_000, answerMs: 500 }));
  const asked = Array.from({ length: maxCommentPreviews + 1 }, (_, index) =>
    statusOf(busy.ofComment({ body: `*${index}*`, format: 'markdown' })),
  );
  const ofDesk = statusOf(busy.of({ body: '*desk*', format: 'markdown' }));
  expect((await Promise.all(asked)).filter((status) => status === 503)).toHaveLength(1);
  expect([await ofDesk, await statusOf(busy.ofComment({ body: '*b*', format: 'markdown' }))]).toEqual([200, 200]);
  busy.onApplicationShutdown();
});

test('an article is previewed as it is entered, and in the house view of its section', async () => {
  const real = new Previews(testRenderer({ waitMs: 5_000 }));
  const sectionId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051';
  const entry = { inflections: [], caseSensitive: false, wholeWords: true };
  const pinned: House = {
    version: 3,
    entries: [
      { ...entry, entryId: 'a', kind: 'substitution', term: 'bridge', text: 'plank', sectionId },
      { ...entry, entryId: 'b', kind: 'gloss', term: 'ferry', text: 'it waits', sectionId: null },
    ],
  };
  const article = { title: 'The bridge', description: '', body: 'A *bridge*, a ferry.', format: 'markdown' } as const;
  const original = { title: 'The bridge', description: '', bodyHtml: '<p>A <em>bridge</em>, a ferry.</p>\n' };
  const filed = await real.inHouse({ ...article, sectionId }, pinned);
  expect(filed).toMatchObject({ original, house: { title: 'The plank' } });
  expect(filed.house.bodyHtml).toContain('title="bridge">plank</span>');
  const unfiled = await real.inHouse(article, pinned);
  expect(unfiled).toMatchObject({ original, house: { title: 'The bridge' } });
  expect(unfiled.house.bodyHtml).toContain('it waits');
  expect(await real.inHouse(article, null)).toEqual({ original, house: original });
  real.onApplicationShutdown();
});
