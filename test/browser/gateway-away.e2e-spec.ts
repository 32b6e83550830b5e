import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { gateways, get, introduceGuest } from '../e2e/api-client.js';
import { askSite, fromOwnPage } from './ask-site.js';
import { axeFindingsInBoth } from './axe-findings.js';
import { describeInChromium, modes } from './chromium.js';
import { fillIn, formOf, postComment, typedInto } from './comment-form.js';
import { startForwarder, type Forwarder } from './forwarder.js';
import { onSite } from './on-site.js';
import { openArticles } from './open-articles.js';

describeInChromium('while the gateway is away', () => {
  let line: Forwarder;
  let isCut = false;
  const cut = async () => {
    if (!isCut) await line.cut();
    isCut = true;
  };
  const mend = async () => {
    if (isCut) await line.mend();
    isCut = false;
  };
  beforeAll(async () => {
    line = await startForwarder(gateways[0] ?? '');
  });
  const site = onSite(() => ({ GATEWAY_URL: line.url }));
  let articles: Record<'with JavaScript' | 'without JavaScript', string>;
  beforeAll(async () => {
    articles = await openArticles(site.url, ['with JavaScript', 'without JavaScript']);
  }, 30_000);
  afterEach(mend);
  afterAll(cut);

  test('a page says so in the site’s look, and comes back by itself; the site itself is alive', async () => {
    const page = await site.visit('/sign-in', { bypassCSP: true });
    await cut();
    const answer = await page.goto('/people/0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ff');
    expect([answer?.status(), answer?.headers()['retry-after']]).toEqual([503, '5']);
    expect(await page.locator('h1').textContent()).toBe('The presses have stopped for a moment.');
    expect(await page.locator('.mast .name').textContent()).toBe('Broadside');
    expect((await page.locator('.mast').boundingBox())?.height).toBeGreaterThan(50);
    expect(await axeFindingsInBoth(page)).toEqual([]);
    for (const path of ['/health/live', '/health/ready']) {
      expect([path, (await askSite(site.url + path)).status]).toEqual([path, 200]);
    }
    const api = await fetch(`${site.url}/api/articles`);
    expect([api.status, api.headers.get('content-type')]).toEqual([503, expect.stringContaining('problem+json')]);
    const { token } = await introduceGuest('Ada');
    expect((await askSite(site.url, { headers: { cookie: `guest=${token}` } })).status).toBe(503);
    await mend();
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'This page is not here.' }).waitFor();
    await eventually(async () => (await askSite(site.url)).status === 200, { what: 'the front page' });
  });

  test.each(modes)(
    'a form keeps what was typed and says so, and is posted once later, %s',
    async (mode, javaScriptEnabled) => {
      const page = await site.visit(articles[mode], { javaScriptEnabled });
      const typed = {
        name: 'Gwen',
        email: 'gwen@example.org',
        website: 'https://gwen.example/',
        body: 'Are you there?',
      };
      await fillIn(page, typed);
      await cut();
      await formOf(page).post.click();
      // The article is away too, so that only what was typed can be shown.
      await eventually(async () => (await page.getByText(/Not posted|Not sent|presses have stopped/).count()) > 0, {
        what: 'the page to say so',
      });
      expect(await typedInto(page)).toEqual(typed);
      await mend();
      await postComment(page, {});
      const { comments } = (await get(`/api${articles[mode]}/comments`)).body;
      expect(comments).toMatchObject([{ body: 'Are you there?', author: { username: 'Gwen' } }]);
    },
  );

  test.each([
    ['one’s own page', '/account?/profile', { bio: 'Of lakes' }],
    ['the desk', '/desk/people/0190a3c2-7a4e-7c1b-9f0a-3d5e6f7081ff?/sanction', { note: 'Of lakes', kind: 'warn' }],
  ])('what was typed on %s stays, and no session is said to have ended', async (_, path, form) => {
    await askSite(`${site.url}/sign-in`);
    await cut();
    const claims = Buffer.from(JSON.stringify({ exp: Date.now() / 1_000 + 600 })).toString('base64url');
    // One that is to be renewed, and one that is not.
    for (const session of ['- refresh', `head.${claims}.signature refresh`]) {
      const headers = { ...fromOwnPage(site.url), cookie: `session=${encodeURIComponent(session)}` };
      const { status, html, cookies } = await askSite(site.url + path, { headers, form });
      expect([session, status, cookies]).toEqual([session, 503, []]);
      for (const kept of ['Nothing is lost', 'Of lakes', 'Send it again']) expect(html).toContain(kept);
      expect(html).not.toContain('in a new tab');
    }
  });
});
