import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { deskPages, type Role } from '../../apps/web/src/lib/desk/rules.js';
import { get, introduceGuest, post, publish, signInAsAdmin } from '../e2e/api-client.js';
import { axeFindings } from './axe-findings.js';
import { describeInChromium } from './chromium.js';
import { deskNewsroom } from './desk-newsroom.suite.js';
import { deskOperations } from './desk-operations.suite.js';
import { deskRecords } from './desk-records.suite.js';
import { deskSeedPage } from './desk-seed-page.suite.js';
import { deskThesaurus } from './desk-thesaurus.suite.js';
import { deskRoles } from './desk-roles.suite.js';
import { deskTwoAtOnce } from './desk-two-at-once.suite.js';
import { press, typeInto } from './keyboard.js';
import { alive, aMember, enter, type Member, pressKey, untilSaid } from './member.js';
import { onSite } from './on-site.js';

/** Bytes of compressed script that a page may have. */
const maxScript = 60_000;

describeInChromium('the desk', () => {
  const site = onSite();
  let staff: Record<Role | 'other', Member>;
  let reader: Member;
  let admin: string;
  beforeAll(async () => {
    admin = await signInAsAdmin();
    const moderators = [aMember('Modesta', 'moderator'), aMember('Mordecai', 'moderator')] as const;
    const [moderator, other] = await Promise.all(moderators);
    staff = { moderator, other, editor: await aMember('Edith', 'editor'), admin: await aMember('Ada', 'admin') };
    reader = await aMember('Rita', 'contributor');
  }, 60_000);

  const held = async (slug: string, bodies: string[]) => {
    const guest = await introduceGuest('Hilda Held');
    const sanction = { kind: 'premoderate', reason: 'spam' };
    await post(`/api/people/${guest.id}/sanctions`, { sanction }, { token: admin });
    for (const body of bodies) await post(`/api/articles/${slug}/comments`, { comment: { body } }, guest);
    return guest;
  };
  const record = async (id: string) => (await get(`/api/people/${id}`, { token: admin })).body.person;

  describe('is for whom the policy names', () => deskRoles(site, () => ({ ...staff, reader })));
  describe('on a person’s record', () => deskRecords(site, () => staff));
  describe('with two at once', () => deskTwoAtOnce(site, () => staff));
  describe('for operators', () => deskOperations(site, () => staff));
  describe('in the newsroom', () => deskNewsroom(site, () => staff));

  describe('files a page as the paper has it', () => deskSeedPage(site, () => staff));
  describe('has the thesaurus of the house', () => deskThesaurus(site, () => staff));

  test('each page has its script within bounds, and lets nobody frame, store or add to it', async () => {
    const page = await enter(site, staff.admin, '/desk');
    for (const path of [...deskPages, `/desk/people/${reader.id}`]) {
      const answer = await page.goto(path, { waitUntil: 'networkidle' });
      const headers = answer?.headers() ?? {};
      const policy = headers['content-security-policy'] ?? '';
      expect([path, answer?.status()]).toEqual([path, 200]);
      expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='(;|$)/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(policy).toMatch(/style-src 'self'(;|$)/);
      expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-frame-options': 'DENY' });
      const sizes = await page.evaluate<number[]>(
        `performance.getEntriesByType('resource').filter((each) => each.name.endsWith('.js')).map((each) => each.encodedBodySize)`,
      );
      const size = sizes.reduce((sum, each) => sum + each, 0);
      expect([path, size > 20_000 && size < maxScript ? 'within bounds' : size]).toEqual([path, 'within bounds']);
    }
  });

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    test('has nothing that axe would mend, and fits a phone', async () => {
      const slug = await publish(admin, 'Of a desk');
      const guest = await held(slug, ['Looked at']);
      const page = await enter(site, staff.admin, '/desk', { colorScheme, bypassCSP: true });
      const found: object[] = [];
      for (const path of [...deskPages, `/desk/people/${guest.id}`, `/desk/people/${reader.id}`]) {
        await page.goto(path);
        await page.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`);
        found.push(...(await axeFindings(page, colorScheme)).map((finding) => ({ path, ...finding })));
        await page.setViewportSize({ width: 320, height: 640 });
        const [width = 0, window = 0] = await page.evaluate<number[]>(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        );
        if (width > window) found.push({ path, width });
        await page.setViewportSize({ width: 1280, height: 720 });
      }
      expect(found).toEqual([]);
    }, 60_000);
  });

  test('an editor publishes with the keyboard, sees it before, and loses nothing by a reload', async () => {
    const page = await enter(site, staff.editor, '/');
    await press(page, 'Desk');
    await page.waitForURL('**/desk');
    await alive(page);
    await press(page, 'Write');
    await page.waitForURL('**/desk/publish');
    const title = `Of keys ${randomUUID().slice(0, 8)}`;
    await typeInto(page, 'Title', title);
    await typeInto(page, 'Excerpt', 'It is *pressed*.');
    await page.locator('.preview em', { hasText: 'pressed' }).waitFor();
    await page.reload();
    await eventually(async () => (await page.getByLabel('Title').inputValue()) === title, { what: 'the draft' });
    await page.locator('.preview em', { hasText: 'pressed' }).waitFor();
    await press(page, 'Publish');
    await page.locator('[name=description]:focus[aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    await page.keyboard.type('Shortly.');
    await typeInto(page, /^Tags/, 'Roads, mills');
    await press(page, /^Publish$/);
    await untilSaid(page, `Published: “${title}”.`);
    await press(page, 'See it');
    await page.locator('h1', { hasText: title }).waitFor();
    await page.goto('/desk/articles');
    await pressKey(page, 'j');
    await press(page, 'Close comments');
    await press(page, 'Close comments');
    await untilSaid(page, `Comments are closed under “${title}”.`);
    await press(page, 'Open again');
    await untilSaid(page, `Comments are open again under “${title}”.`);
    await press(page, 'See it');
    await page.locator('h1', { hasText: title }).waitFor();
    await typeInto(page, 'Comments close after days', '0');
    await press(page, /^Save$/);
    await page.locator('.closed', { hasText: 'Sorry. Comments have been closed on this article.' }).waitFor();
  }, 40_000);

  test('a moderator approves what is held with the keyboard, and goes on at the next', async () => {
    const slug = await publish(admin, 'Of patience');
    const guest = await held(slug, ['One', 'Two', 'Three']);
    const page = await enter(site, staff.moderator, '/desk/held');
    const row = '[document.activeElement.dataset.row === undefined ? "" : document.activeElement.innerText]';
    const at = async () => (await page.evaluate<string[]>(row))[0] ?? '';
    await page.getByRole('button', { name: 'Keys' }).waitFor();
    // Others' comments may wait too: the oldest stands first.
    const count = async () => (await get('/api/held-comments?limit=100', { token: admin })).body.comments.length;
    for (let step = 0; step < 30 && !(await at()).includes('One'); step += 1) await pressKey(page, 'j');
    const before = await count();
    await pressKey(page, 'a');
    await untilSaid(page, 'Approved: the comment by Hilda Held is shown.');
    await eventually(async () => (await at()).includes('Two'), { what: 'the next one to have the focus' });
    expect(await count()).toBe(before - 1);
    await pressKey(page, 'j');
    expect(await at()).toContain('Three');
    await pressKey(page, 'k');
    await pressKey(page, 'a');
    await eventually(async () => (await at()).includes('Three'), { what: 'the last one to have the focus' });
    await pressKey(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await pressKey(page, 'o');
    await page.waitForURL(`**/desk/people/${guest.id}`);
    expect(await page.locator('.facts').textContent()).toContain('2 shown, 1 held');
  }, 40_000);

  test.each([
    ['before the page is alive', false],
    ['by a lost connection', true],
  ])('what is typed is not lost %s', async (_, javaScriptEnabled) => {
    const { id } = await introduceGuest('Kept');
    const page = await enter(site, staff.moderator, `/desk/people/${id}`, { javaScriptEnabled });
    const form = page.locator('details', { has: page.getByText('Warn Kept') }).locator('form');
    await page.getByText('Warn', { exact: true }).click();
    await form.getByLabel('In words').fill('Mind the dog');
    if (javaScriptEnabled) await page.context().setOffline(true);
    await form.getByRole('button').click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByRole('alert').textContent()).toMatch(
      javaScriptEnabled ? /connection was lost/ : /marked below/,
    );
    expect(await form.getByLabel('In words').inputValue()).toBe('Mind the dog');
    await page.context().setOffline(false);
    await form.getByLabel('Reason').selectOption('other');
    await form.getByRole('button').click();
    await untilSaid(page, 'Kept is warned.');
    expect((await record(id)).history).toMatchObject([{ type: 'PersonWarned', note: 'Mind the dog' }]);
  });

  test('people are found, and addresses judged and let go, with the keyboard', async () => {
    const { id } = await introduceGuest('Zenobia Found');
    const page = await enter(site, staff.moderator, '/desk/people');
    await typeInto(page, 'Name or nick', 'zenobia f');
    await page.keyboard.press('Enter');
    await page.waitForURL('**name=zenobia**');
    await page.evaluate('document.activeElement.blur()');
    await pressKey(page, 'j');
    await pressKey(page, 'o');
    await page.waitForURL(`**/desk/people/${id}`);
    await page.goto('/desk/addresses');
    await typeInto(page, 'Range of addresses', '192.0.2.0/29');
    await page.locator('.panel', { hasText: '8 addresses' }).waitFor();
    await typeInto(page, 'Reason', 'spam');
    await press(page, 'Put in force');
    await untilSaid(page, 'In force against 192.0.2.0/29.');
    const row = page.locator('[data-row]', { hasText: '192.0.2.0/29' });
    await row.focus();
    await press(page, 'Lift');
    await typeInto(page, 'Reason', 'other');
    await press(page, 'Lift');
    await untilSaid(page, 'Lifted: nothing is in force against 192.0.2.0/29.');
  }, 40_000);
});
