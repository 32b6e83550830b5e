import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, send, signInAsAdmin } from '../e2e/api-client.js';
import { axeFindingsInBoth } from './axe-findings.js';
import { press, tabTo, typeInto } from './keyboard.js';
import { aMember, enter, type Member, untilSaid } from './member.js';
import type { OnSite } from './on-site.js';
import { press as pressForPage } from './press.js';

/** Two of the staff at one thing: each sees what the other did, keeps what they typed, and overwrites nothing. */
export function deskTwoAtOnce(site: OnSite, staff: () => Record<'admin' | 'moderator' | 'other', Member>): void {
  let admin: string;
  let motto: string;
  beforeAll(async () => {
    admin = await signInAsAdmin();
    motto = (await get('/api/site')).body.site.motto;
  });
  afterAll(() => send('PATCH', '/api/site', JSON.stringify({ site: { motto, rules: null } }), { token: admin }));
  /** What the second is told of the first. */
  const toldOf = async (page: Page) => {
    const alert = page.getByRole('alert');
    await alert.waitFor();
    return (await alert.textContent()) ?? '';
  };
  /** The same where the first has left nothing to do, and the form is gone. */
  const toldOfGone = async (page: Page) => {
    const alert = page.locator('[role=alert]:focus', { hasText: 'there is nothing left to do' });
    await alert.waitFor();
    return ((await alert.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  };

  test('two moderators on one record see each other’s change, and lose nothing', async () => {
    const { id } = await introduceGuest('Twice Judged');
    const one = await enter(site, staff().moderator, `/desk/people/${id}`);
    const two = await enter(site, staff().other, `/desk/people/${id}`);
    const fill = async (page: Page, step: string, note: string) => {
      await press(page, step);
      expect(await page.locator('details[open] .effect').textContent()).toMatch(/They have written nothing\./);
      await tabTo(page, 'Reason');
      await page.keyboard.type('abuse');
      await typeInto(page, /^In words/, note);
    };
    await fill(one, 'Suspend', 'A day to think');
    await fill(two, 'Ban', 'Enough of it');
    await press(one, 'Suspend Twice Judged');
    await untilSaid(one, 'Twice Judged is suspended.');
    await press(two, 'Ban Twice Judged');
    const alert = two.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('somebody has changed this meanwhile');
    expect(await alert.textContent()).toContain(`suspended by ${staff().moderator.username}`);
    expect(await two.locator('.facts').textContent()).toContain('suspended');
    expect((await get(`/api/people/${id}`, { token: admin })).body.person.sanctions).toEqual({
      suspension: expect.anything(),
    });
    expect(await two.locator('details[open] textarea').inputValue()).toBe('Enough of it');
    await press(two, 'Ban Twice Judged');
    await untilSaid(two, 'Twice Judged is banned.');
    expect(await two.locator('.history').textContent()).toContain('Enough of it');
    await press(two, 'Lift what is in force');
    await typeInto(two, 'Reason', 'other');
    const lifted = JSON.stringify({ sanction: { reason: 'other' } });
    const { token } = staff().moderator;
    expect((await send('DELETE', `/api/people/${id}/sanctions`, lifted, { token })).status).toBe(200);
    await press(two, 'Lift it from Twice Judged');
    expect(await toldOfGone(two)).toContain(`reinstated by ${staff().moderator.username}`);
  }, 40_000);

  test('two admins at what the site says of itself: the second sees the first’s change, and overwrites nothing', async () => {
    const first = await aMember('Alma', 'admin');
    const one = await enter(site, first, '/desk/site');
    const two = await enter(site, staff().admin, '/desk/site', { bypassCSP: true });
    const changed = 'All that is fit to nail up';
    await tabTo(one, 'Motto');
    await one.keyboard.press('Control+A');
    await one.keyboard.type(changed);
    // Typed and undone, it is left as it was.
    await tabTo(two, 'Motto');
    for (const key of ['End', 'x', 'Backspace']) await two.keyboard.press(key);
    await typeInto(two, 'Rules', 'Be *kind*.');
    await press(one, 'Save');
    await untilSaid(one, 'Changed');
    await press(two, 'Save');
    expect(await toldOf(two)).toMatch(
      new RegExp(`somebody has changed this meanwhile[^]*the site described\\s+by\\s+${first.username}`),
    );
    expect(await axeFindingsInBoth(two)).toEqual([]);
    const now = async () => (await get('/api/site')).body.site;
    expect((await now()).motto).toBe(changed);
    expect((await get('/api/site/pages/rules')).status).toBe(404);
    expect(await two.getByRole('textbox', { name: 'Rules' }).inputValue()).toBe('Be *kind*.');
    // What the second left as it was is what the first has made of it.
    expect(await two.getByLabel('Motto').inputValue()).toBe(changed);
    expect(await two.locator('.meanwhile').allTextContents()).toEqual([`Now: ${changed}`]);
    await press(two, 'Save');
    await untilSaid(two, 'Changed');
    await eventually(async () => (await get('/api/site/pages/rules')).status === 200, { what: 'the rules' });
    expect((await now()).motto).toBe(changed);
  }, 40_000);

  test('and without scripts, where the second looks at a preview before', async () => {
    const page = await enter(site, staff().admin, '/desk/site', { javaScriptEnabled: false });
    const rules = page.getByRole('textbox', { name: 'Rules' });
    await rules.fill('Be *short*.');
    const change = JSON.stringify({ site: { rules: 'Be **there**.' } });
    expect((await send('PATCH', '/api/site', change, { token: admin })).status).toBe(200);
    for (const button of ['Preview', 'Save']) await pressForPage(page, button);
    expect(await toldOf(page)).toContain('somebody has changed this meanwhile');
    expect(await page.locator('.meanwhile pre').allTextContents()).toEqual(['Be **there**.']);
    expect(await rules.inputValue()).toBe('Be *short*.');
    expect((await get('/api/site/pages/rules')).text).toContain('Be **there**.');
    await pressForPage(page, 'Save');
    await untilSaid(page, 'Changed');
  }, 40_000);

  test('two moderators at a range of addresses: the second sees the first’s change, and lifts nothing unseen', async () => {
    const range = '192.0.2.64/30';
    const addressRange = { range, kind: 'premoderate', reason: 'spam' };
    expect((await post('/api/address-ranges', { addressRange }, { token: admin })).status).toBe(201);
    const one = await enter(site, staff().moderator, '/desk/addresses');
    const two = await enter(site, staff().other, '/desk/addresses');
    const begin = async (page: Page, note: string) => {
      await page.locator('[data-row]', { hasText: range }).focus();
      await press(page, 'Lift');
      await typeInto(page, 'Reason', 'other');
      await typeInto(page, /^In words/, note);
    };
    const row = two.locator('[data-row]', { hasText: range });
    await begin(two, 'A school is there');
    const again = { addressRange: { range, kind: 'ban', reason: 'abuse' } };
    expect((await post('/api/address-ranges', again, { token: staff().moderator.token })).status).toBe(201);
    await press(two, 'Lift');
    expect(await toldOf(two)).toMatch(
      new RegExp(`somebody has changed this meanwhile[^]*banned\\s+by\\s+${staff().moderator.username}`),
    );
    expect(await row.textContent()).toContain('banned');
    expect(await row.locator('textarea').inputValue()).toBe('A school is there');
    expect(await row.locator('select').inputValue()).toBe('other');
    // And where nothing is left to lift.
    await one.reload();
    await begin(one, 'So it is');
    await press(one, 'Lift');
    await untilSaid(one, `Lifted: nothing is in force against ${range}.`);
    await press(two, 'Lift');
    expect(await toldOfGone(two)).toContain(`lifted by ${staff().moderator.username}`);
    await two.reload();
    expect(await row.count()).toBe(0);
  }, 40_000);
}
