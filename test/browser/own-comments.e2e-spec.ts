import { beforeAll, describe, expect, test } from '@jest/globals';
import { introduceGuest, post } from '../e2e/api-client.js';
import { describeInChromium, modes } from './chromium.js';
import { postComment } from './comment-form.js';
import { onSite } from './on-site.js';
import { openArticles } from './open-articles.js';

describeInChromium('one’s own comments', () => {
  const site = onSite();

  describe.each(modes)('%s', (_, javaScriptEnabled) => {
    let articles: Record<'edit' | 'delete', string>;
    beforeAll(async () => {
      articles = await openArticles(site.url, ['edit', 'delete']);
    }, 30_000);

    test('a guest changes theirs; a stranger sees the new text and when, and no way to change it', async () => {
      const page = await site.visit(articles.edit, { javaScriptEnabled });
      await postComment(page, { name: 'Tove', body: 'I was hear.' });
      await page.locator('.comment.marked').getByRole('link', { name: 'Edit' }).click();
      expect(await page.getByLabel('Your comment').inputValue()).toContain('I was hear.');
      await page.getByLabel('Your comment').fill('I was here.');
      await page.getByRole('button', { name: 'Save' }).click();
      const changed = page.locator('.comment.marked');
      await changed.getByText('Changed.').waitFor();
      expect(await changed.locator('.body').textContent()).toContain('I was here.');
      expect(await changed.locator('.meta').first().textContent()).toContain('edited');
      const stranger = await site.visit(articles.edit, { javaScriptEnabled });
      for (let turn = 0; turn < 50 && !(await stranger.content()).includes('I was here.'); turn += 1)
        await stranger.reload();
      expect(await stranger.content()).not.toContain('I was hear.');
      expect(await stranger.getByRole('link', { name: /^(Edit|Delete)$/ }).count()).toBe(0);
      const link = page.url().replace(/\?comment=(\d+).*/, '/comments/$1/edit');
      const answer = await stranger.goto(link);
      expect(new URL(answer?.url() ?? '').pathname).toBe('/sign-in');
    });

    test('one that was answered is deleted and leaves a note; the confirmation can be left', async () => {
      const page = await site.visit(articles.delete, { javaScriptEnabled });
      await postComment(page, { name: 'Bo', body: 'What a thing to say.' });
      const id = Number(/comment=(\d+)/.exec(page.url())?.[1]);
      const { token } = await introduceGuest('Answerer');
      await post(`/api${articles.delete}/comments`, { comment: { body: 'Indeed.', parentId: id } }, { token });
      await page.locator(`#comment-${id}`).getByRole('link', { name: 'Delete' }).click();
      await page.getByRole('link', { name: 'Keep it' }).click();
      await page.locator(`#comment-${id}`).getByRole('link', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete it' }).click();
      await page.getByText('Deleted.', { exact: true }).waitFor();
      const gone = page.locator(`#comment-${id}`);
      expect(await gone.textContent()).toContain('Deleted by its author.');
      expect(await page.content()).not.toContain('What a thing');
      expect(await gone.getByRole('link', { name: 'Reply' }).count()).toBe(0);
    });
  });
});
