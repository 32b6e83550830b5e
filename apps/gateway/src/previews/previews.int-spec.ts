import { afterAll, expect, test } from '@jest/globals';
import { difficultRenderer } from '#testing/rendering/renderers.js';
import { Previews } from './previews.js';
import { PreviewsController } from './previews.controller.js';

const previews = new Previews(difficultRenderer({ waitMs: 2_000, answerMs: 500 }));
const preview = (body: unknown, format?: string) =>
  new PreviewsController(previews).preview({ preview: { body, ...(format !== undefined && { format }) } });
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: { status?: number }) => error.status ?? String(error as unknown),
  );
afterAll(() => previews.onApplicationShutdown());

test('a preview is what readers would see: the same renderer, sanitised; text unless it says otherwise', async () => {
  expect(await preview('a *b* <c>')).toEqual({ preview: { bodyHtml: '<p>a *b* &lt;c&gt;</p>' } });
  const { bodyHtml } = (await preview('*b*<script>x</script>', 'markdown')).preview;
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
