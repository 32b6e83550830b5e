import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, publish, register, send, signInAsAdmin } from '../e2e/api-client.js';
import { whilePaused } from '../e2e/pause.js';
import { askSite, fromOwnPage } from './ask-site.js';
import { describeInChromium, modes } from './chromium.js';
import { aMember } from './member.js';
import { fillIn, formOf, postComment, typedInto } from './comment-form.js';
import { onSite } from './on-site.js';
import { press, told } from './press.js';
import { openArticles } from './open-articles.js';

const titles = ['draft', 'other', 'offline', 'unanswered', 'twice', 'late', 'held', 'honey'] as const;

describeInChromium('a comment is neither lost nor sent twice', () => {
  const site = onSite();
  let articles: Record<(typeof titles)[number], string>;
  const bodiesOf = async (path: string) =>
    ((await get(`/api${path}/comments`)).body.comments as unknown as { body: string }[]).map(({ body }) => body);
  const knownAs = async (page: Page, name: string) => {
    const guest = await introduceGuest(name);
    await page.context().addCookies([{ name: 'guest', value: guest.token, url: site.url }]);
    return guest;
  };

  describe.each(modes)('%s', (_, javaScriptEnabled) => {
    const open = (path: string) => site.visit(path, { javaScriptEnabled });
    beforeAll(async () => {
      articles = await openArticles(site.url, titles);
    }, 30_000);

    test('by two presses of the button', async () => {
      const page = await open(articles.twice);
      await fillIn(page, { name: 'Doro', body: 'Once' });
      await formOf(page).post.dblclick();
      await page.locator('.comment.marked [data-posted]').waitFor();
      expect(await bodiesOf(articles.twice)).toEqual(['Once']);
      await fillIn(page, { body: 'Once more' });
      await formOf(page).post.dblclick();
      await page.locator('.comment.marked', { hasText: 'Once more' }).waitFor();
      expect(await bodiesOf(articles.twice)).toEqual(['Once', 'Once more']);
      expect(await page.locator('.form .count').textContent()).toContain('2 times');
    });

    test('by a session that ended meanwhile: what was typed is shown, and sent again once one is signed in', async () => {
      const account = await register('Ninny');
      const page = await open('/sign-in?back=/account');
      const enter = async (at: Page) => {
        await at.getByLabel('E-mail').fill(account.email);
        await at.getByLabel('Password').fill(account.password);
        await press(at, 'Sign in');
      };
      await enter(page);
      await page.getByLabel('About you').fill('Of lakes\nand islands');
      await page.locator('#profile').getByLabel('Your password').fill(account.password);
      await send('DELETE', '/api/user/sessions', undefined, account);
      await press(page, 'Save');
      await page.getByRole('heading', { name: 'You are signed out.' }).waitFor();
      expect(await page.locator('.typed').textContent()).toContain('Of lakes\nand islands');
      expect(await page.locator('.typed dt').allTextContents()).toEqual(['User name', 'E-mail', 'About you']);
      expect(await page.content()).not.toContain(account.password);
      const link = page.getByRole('link', { name: 'Sign in, in a new tab' });
      expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
      const tab = await page.context().newPage();
      await tab.goto(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
      await enter(tab);
      await press(page, 'Send it again');
      expect(await told(page)).toContain('Your profile is saved.');
      expect((await get(`/api/profiles/${encodeURIComponent(account.username)}`)).body.profile.bio).toBe(
        'Of lakes\nand islands',
      );
    });

    test('while it cannot be shown yet: it is accepted, and appears', async () => {
      const page = await open('/');
      await knownAs(page, 'Lotte');
      await page.goto(articles.late);
      await whilePaused('projector', async () => {
        await fillIn(page, { body: 'In a moment' });
        await formOf(page).post.click();
        await page.getByText('Accepted. It appears in a moment.').waitFor();
        expect(await formOf(page).body.inputValue()).toBe('');
      });
      await untilShown(page);
      expect(await page.getByText('Accepted.').count()).toBe(0);
    }, 40_000);

    test('while it cannot be shown yet, by somebody new', async () => {
      const page = await open(articles.other);
      await whilePaused('projector', async () => {
        await fillIn(page, { name: 'Neu', body: 'My first' });
        await formOf(page).post.click();
        await page.getByText('Accepted. It appears in a moment.').waitFor({ timeout: 20_000 });
      });
      await untilShown(page);
      await eventually(async () => (await bodiesOf(articles.other)).length === 1, { what: 'one comment' });
    }, 40_000);

    test('where a moderator looks first: that is said', async () => {
      const page = await open('/');
      const { id } = await knownAs(page, 'Hilda');
      const sanction = { kind: 'premoderate', reason: 'abuse' };
      await post(`/api/people/${id}/sanctions`, { sanction }, { token: await signInAsAdmin() });
      await page.goto(articles.held);
      await fillIn(page, { body: 'May I?' });
      await formOf(page).post.click();
      await page.getByText('Received. A moderator looks at it before it is shown.').waitFor();
      expect(await formOf(page).body.inputValue()).toBe('');
      await page.reload();
      expect(await page.locator('.comment').count()).toBe(0);
    });

    test('where a field that nobody sees is filled in: it is not posted, and nothing is lost', async () => {
      const page = await open(articles.honey);
      const typed = { name: 'Bot', email: 'bot@example.org', website: 'https://bot.example/', body: 'Buy!' };
      await fillIn(page, typed);
      await page.locator('[name=homepage2]').fill('https://bot.example/');
      await formOf(page).post.click();
      await page.getByText('That was quick. Press the button once more, and it is posted.').waitFor();
      expect(await typedInto(page)).toEqual(typed);
      expect(await bodiesOf(articles.honey)).toEqual([]);
      await postComment(page, {});
      expect(await bodiesOf(articles.honey)).toEqual(['Buy!']);
    });

    test('where it comes sooner than anybody types: a second press posts it', async () => {
      const slug = await publish(await signInAsAdmin(), 'Of haste');
      const page = await open(`/articles/${slug}`);
      await fillIn(page, { name: 'Flash', body: 'Frist' });
      await formOf(page).post.click();
      const asked = page.getByText('That was quick.');
      const posted = page.locator('.comment.marked [data-posted]');
      await asked.or(posted).waitFor();
      if (!javaScriptEnabled) expect(await posted.count()).toBe(0);
      if ((await posted.count()) === 0) await postComment(page, {});
      expect(await bodiesOf(`/articles/${slug}`)).toEqual(['Frist']);
    });
  });

  test('by a session that ended meanwhile, at the desk without scripts', async () => {
    const editor = await aMember('Edda', 'editor');
    const [title, key] = [`Of ${randomUUID()}`, randomUUID()];
    const form = { key, step: 'publish', title, description: 'Long', format: 'text', body: 'Typed for an <hour>' };
    const publishAs = (cookie: string) =>
      askSite(`${site.url}/desk/publish?/publish`, { headers: { ...fromOwnPage(site.url), cookie }, form });
    const kept = await publishAs('session=gone');
    expect([kept.status, kept.headers['location']]).toEqual([401, undefined]);
    for (const text of ['action="/desk/publish?/publish"', `>${key}</textarea>`, 'Typed for an &lt;hour']) {
      expect(kept.html).toContain(text);
    }
    expect((await publishAs(editor.cookie)).status).toBe(303);
  });

  test('sooner than anybody types, by somebody whose page was stored for others: only once it is sent again', async () => {
    const slug = await publish(await signInAsAdmin(), 'Of haste');
    const url = `${site.url}/articles/${slug}`;
    const from = (address: string) => ({ ...fromOwnPage(site.url), 'x-forwarded-for': address });
    const form = { name: 'Hasty', email: '', website: '', body: 'Frist', key: '', parent: '' };
    const read = ['192.0.2.61', '192.0.2.62'].map((address) => askSite(url, { headers: from(address) }));
    const pages = await Promise.all(read);
    expect(new Set(pages.map(({ headers }) => headers['etag'])).size).toBe(1);
    const send = () => askSite(`${url}?/post`, { headers: from('192.0.2.62'), form });
    expect((await send()).status).toBe(422);
    expect((await send()).status).toBe(303);
    expect(await bodiesOf(`/articles/${slug}`)).toEqual(['Frist']);
  });

  test.each([
    ['somebody new', false],
    ['a guest', true],
  ])('by two requests without a key at once, of %s', async (_, isKnown) => {
    const slug = await publish(await signInAsAdmin(), 'Of haste');
    const cookie = isKnown ? `guest=${(await introduceGuest('Twice')).token}` : '';
    const form = { name: 'Twice', email: '', website: '', body: 'Once', key: '', parent: '' };
    const url = `${site.url}/articles/${slug}?/post`;
    const send = () => askSite(url, { headers: { ...fromOwnPage(site.url), cookie }, form });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
    expect(await bodiesOf(`/articles/${slug}`)).toEqual(['Once']);
    await send();
    expect(await bodiesOf(`/articles/${slug}`)).toEqual(['Once', 'Once']);
  });

  describe('with JavaScript, a draft', () => {
    beforeAll(async () => {
      articles = await openArticles(site.url, titles);
    }, 30_000);

    test('is there again after the page was loaded anew, and gone once it is posted', async () => {
      const page = await site.visit(articles.draft);
      await fillIn(page, { name: 'Dora', body: 'A long thought' });
      await page.getByText('Your draft is kept in this browser.').waitFor();
      await page.reload();
      expect(await typedInto(page)).toMatchObject({ name: 'Dora', body: 'A long thought' });
      await page.goto(articles.other);
      expect(await formOf(page).body.inputValue()).toBe('');
      await page.goto(articles.draft);
      await postComment(page, {});
      expect(await formOf(page).body.inputValue()).toBe('');
      await page.reload();
      expect(await formOf(page).body.inputValue()).toBe('');
    });

    test('stays while the connection is lost, and is sent once when it is back', async () => {
      const page = await site.visit(articles.offline);
      await fillIn(page, { name: 'Olaf', body: 'From the train' });
      await page.context().setOffline(true);
      await formOf(page).post.click();
      await page.getByText('Not sent: the connection was lost.').waitFor();
      expect(await typedInto(page)).toMatchObject({ name: 'Olaf', body: 'From the train' });
      await page.context().setOffline(false);
      await postComment(page, {});
      expect(await bodiesOf(articles.offline)).toEqual(['From the train']);
    });

    test('is posted once though the answer to the first sending was lost', async () => {
      const page = await site.visit(articles.unanswered);
      await page.route('**/post', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await fillIn(page, { name: 'Uwe', body: 'Did it arrive?' });
      await formOf(page).post.click();
      await page.getByText('Not sent: the connection was lost.').waitFor();
      expect(await bodiesOf(articles.unanswered)).toEqual(['Did it arrive?']);
      await page.unrouteAll();
      await postComment(page, {});
      expect(await bodiesOf(articles.unanswered)).toEqual(['Did it arrive?']);
      expect(await page.locator('.form .count').textContent()).toContain('1 time ');
    });
  });
});

/** Loads the page until it has a comment. */
const untilShown = (page: Page) =>
  eventually(
    async () => {
      await page.reload();
      return (await page.locator('.comment').count()) === 1;
    },
    { what: 'the comment on the page' },
  );
