import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { type Role, writeRules } from '../../apps/web/src/lib/desk/rules.js';
import { get, introduceGuest, publish, send, signInAsAdmin } from '../e2e/api-client.js';
import { askSite, fromOwnPage } from './ask-site.js';
import { axeFindingsInBoth } from './axe-findings.js';
import { press, tabTo, typeInto } from './keyboard.js';
import { aMember, enter, type Member, pressKey, untilSaid } from './member.js';
import type { OnSite } from './on-site.js';

const named = (title: string) => `${title} ${randomUUID().slice(0, 8)}`;

/** Articles from a draft to their withdrawal. */
export function deskNewsroom(site: OnSite, members: () => Record<Role, Member>): void {
  const letPublish = async (publishing: string) => {
    const { status } = await send('PATCH', '/api/site', JSON.stringify({ site: { publishing } }), {
      token: await signInAsAdmin(),
    });
    expect(status).toBe(200);
  };
  afterEach(() => letPublish('editors'));
  const article = async (slug: string) =>
    (await get(`/api/articles/${slug}`)).body.article as unknown as { body: string };
  const slugIn = (page: Page) => new URL(page.url()).searchParams.get('article') ?? '';

  test('an editor saves, previews, schedules, publishes, revises and withdraws with the keyboard', async () => {
    const page = await enter(site, members().editor, '/desk/publish');
    const title = named('Of drafts');
    await typeInto(page, 'Title', title);
    await typeInto(page, 'Excerpt', 'They *wait*.');
    await typeInto(page, /^Remark/, 'Until they **do** not.');
    await page.locator('.preview .remark strong', { hasText: 'do' }).waitFor();
    await press(page, 'Save draft');
    await untilSaid(page, `Saved: “${title}”.`);
    expect(page.url()).toContain('/desk/publish?draft=');
    await tabTo(page, 'Excerpt');
    await press(page, 'Publish');
    await page.locator('[name=description]:focus[aria-invalid=true]').waitFor();
    await page.keyboard.type('Shortly.');
    await press(page, 'Schedule …');
    await page.getByLabel('Publish on').fill('2099-01-02T03:04');
    await press(page, 'Schedule');
    await untilSaid(page, `Will be published on 2 January 2099 at 03:04: “${title}”.`);
    await page.locator('[data-row]', { hasText: title }).focus();
    await press(page, 'Do not publish by itself');
    await untilSaid(page, `Not published by itself any more: “${title}”.`);
    await page.locator('[data-row]', { hasText: title }).focus();
    await pressKey(page, 'o');
    await page.waitForURL('**/desk/publish?draft=*');
    expect(await page.getByLabel('In short').inputValue()).toBe('Shortly.');
    await press(page, 'Publish');
    await untilSaid(page, `Published: “${title}”.`);
    await page.goto('/desk/articles');
    await pressKey(page, 'j');
    await press(page, `Revise: ${title}`);
    await page.waitForURL('**/desk/publish?article=*');
    const former = slugIn(page);
    await typeInto(page, 'Title', named('Anew'));
    await press(page, 'Revise');
    await untilSaid(page, 'It has a new address; the former one leads there.');
    const slug = slugIn(page);
    expect(slug).not.toBe(former);
    expect(await article(slug)).toMatchObject({ description: 'Shortly.', remark: 'Until they **do** not.' });
    await page.goto(`/articles/${slug}`);
    await press(page, 'Revisions');
    await page.waitForURL('**/revisions');
    await press(page, 'Compare');
    await page.locator('[data-field=title] ins').first().waitFor();
    expect((await page.locator('[data-field=title] del').allTextContents()).join(' ')).toContain('drafts');
    await page.goto('/desk/articles');
    await pressKey(page, 'j');
    await press(page, 'Withdraw');
    await typeInto(page, /^Reason/, 'It was of another harbour.');
    await press(page, 'Withdraw');
    await untilSaid(page, 'Withdrawn: “');
    const answer = await page.goto(`/articles/${slug}`);
    expect(answer?.status()).toBe(410);
    expect(await page.getByRole('main').textContent()).toContain('It was of another harbour.');
  }, 40_000);

  test('two editors at one article: the second sees what the first has changed, and each change is in it', async () => {
    const slug = await publish(await signInAsAdmin(), named('Of two'));
    const path = `/desk/publish?article=${slug}`;
    const [one, two] = await Promise.all([enter(site, members().editor, path), enter(site, members().admin, path)]);
    const short = (page: Page) => page.getByLabel('In short');
    const remark = (page: Page) => page.getByLabel('Remark (optional)');
    await short(one).fill('Of the first.');
    await remark(two).fill('Of the second.');
    await two.getByLabel('Excerpt').fill('Both wrote this.');
    await one.getByRole('button', { name: 'Revise' }).click();
    await untilSaid(one, 'Revised: “');
    await one.getByLabel('Excerpt').fill('One wrote this.');
    await one.getByRole('button', { name: 'Revise' }).click();
    const isTaken = async () => (await article(slug)).body === 'One wrote this.';
    await eventually(isTaken, { what: 'the second revision' });
    await two.getByRole('button', { name: 'Revise' }).click();
    await two.getByRole('alert').waitFor();
    const alert = await two.getByRole('alert').textContent();
    expect(alert).toContain('somebody has changed this meanwhile');
    expect(alert).toContain(`revised by ${members().editor.username}`);
    expect(await short(two).inputValue()).toBe('Of the first.');
    expect(await two.getByLabel('Excerpt').inputValue()).toBe('Both wrote this.');
    expect(await two.locator('.meanwhile', { hasText: 'One wrote this.' }).count()).toBe(1);
    expect(await remark(two).inputValue()).toBe('Of the second.');
    await two.getByRole('button', { name: 'Revise' }).click();
    await untilSaid(two, 'Revised: “');
    expect(await article(slug)).toMatchObject({
      ...{ description: 'Of the first.', body: 'Both wrote this.', remark: 'Of the second.', format: 'text' },
    });
  }, 40_000);

  test('a reader without scripts writes, is given it back, and is published', async () => {
    await letPublish('reviewed');
    const { editor } = members();
    const reader = await aMember('Renata');
    const theirs = await enter(site, reader, '/', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const go = (name: string) => theirs.getByRole('button', { name, exact: true }).click();
    const said = () => theirs.locator('#said').textContent();
    const title = named('Of readers');
    const link = theirs.getByRole('link', { name: 'Write', exact: true });
    // The site asks anew every few seconds who publishes.
    const isShown = async () => (await theirs.goto('/'), (await link.count()) > 0);
    await eventually(isShown, { what: 'the link to where accounts write' });
    await link.click();
    await theirs.getByRole('link', { name: 'Write an article' }).click();
    await theirs.getByLabel('Title').fill(title);
    await theirs.getByLabel('Excerpt').fill('Seen from *here*.');
    await go('Preview');
    expect(await theirs.locator('.preview em').textContent()).toBe('here');
    expect(await theirs.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
    await go('Submit to the editors');
    expect(await said()).toContain(`The editors have it: “${title}”.`);
    await theirs.getByRole('link', { name: title }).click();
    expect(await theirs.getByLabel('Title').count()).toBe(0);

    const page = await enter(site, editor, '/desk', { bypassCSP: true });
    await page.getByRole('link', { name: /submitted or scheduled/ }).click();
    await page.waitForURL('**/desk/submissions');
    await page.locator('[data-row]', { hasText: title }).focus();
    await press(page, 'Give back');
    await typeInto(page, /^Note/, 'Say it shortly, too.');
    expect(await axeFindingsInBoth(page)).toEqual([]);
    await press(page, 'Give back');
    await untilSaid(page, `Given back to its author: “${title}”.`);

    await theirs.goto('/write');
    expect(await theirs.locator('[data-row]', { hasText: title }).textContent()).toContain('Say it shortly, too.');
    await theirs.getByRole('link', { name: title }).click();
    await theirs.getByLabel('In short').fill('From a window.');
    await go('Submit to the editors');
    expect(await said()).toContain('The editors have it');

    await page.goto('/desk/submissions');
    await page.locator('[data-row]', { hasText: title }).focus();
    await pressKey(page, 'o');
    await page.waitForURL('**/desk/publish?draft=*');
    await page.locator('.preview em', { hasText: 'here' }).waitFor();
    await press(page, 'Publish');
    await untilSaid(page, `Published: “${title}”.`);
    expect(page.url()).toContain('/desk/submissions');
    await page.getByRole('link', { name: 'See it' }).click();
    await page.locator('h1', { hasText: title }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain(reader.username);
  }, 40_000);

  test('where accounts write, strangers and guests are led to the sign-in, and keep what they typed', async () => {
    const { token } = await introduceGuest('Gustav');
    for (const [of, { isEndpoint }] of Object.entries(writeRules)) {
      const isForm = of.includes('?/') || isEndpoint === true;
      for (const cookie of ['', `guest=${token}`, 'session=forged forged']) {
        const headers = { cookie, ...(isForm && fromOwnPage(site.url)) };
        const answer = await askSite(site.url + of, { headers, ...(isForm && { form: {} }) });
        const to = answer.headers['location']?.split('=')[0];
        expect([of, cookie, answer.status, to]).toEqual(
          isForm ? [of, cookie, 401, undefined] : [of, cookie, 303, '/sign-in?back'],
        );
      }
    }
  });
}
