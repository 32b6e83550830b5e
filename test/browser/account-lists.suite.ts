import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { get, introduceGuest, publish } from '../e2e/api-client.js';
import type { OnSite } from './on-site.js';
import { press, told } from './press.js';

interface Parts {
  site: OnSite;
  open(path: string): Promise<Page>;
  /** Signs a new account in. */
  arrive(name: string): Promise<{ page: Page }>;
  writer(): { id: string; username: string };
  admin(): string;
}

/** Whom somebody follows, and whom they mute. */
export function accountLists({ site, open, arrive, writer, admin }: Parts): void {
  test('one follows a person from their page, and sees whom one follows', async () => {
    const { page } = await arrive('Fillyjonk');
    await page.goto(`/people/${writer().id}`);
    await press(page, 'Follow');
    expect(await told(page)).toContain('You follow them now.');
    await page.goto('/account/following');
    expect(await page.locator('.rows b').allTextContents()).toEqual([writer().username]);
    await press(page, `Unfollow ${writer().username}`);
    expect(await page.locator('.rows').count()).toBe(0);
  });

  test('who mutes a person, guests too, finds none of their articles in the lists, until they unmute them', async () => {
    const title = `Of quiet ${randomUUID()}`;
    await publish(admin(), title);
    const { id } = (await get('/api/me', { token: admin() })).body.me;
    const page = await open('/');
    const story = page.getByRole('link', { name: title, exact: true });
    expect(await story.count()).toBe(1);
    const guest = await introduceGuest('Toft');
    await page.context().addCookies([{ name: 'guest', value: guest.token, url: site.url }]);
    await page.goto(`/people/${id}`);
    await press(page, 'Mute');
    expect(await told(page)).toContain('in your lists no more');
    await page.goto('/');
    expect(await story.count()).toBe(0);
    await page.goto('/account/mutes');
    await page
      .locator('.rows')
      .getByRole('button', { name: /^Unmute/ })
      .click();
    await page.getByText('You mute nothing.').waitFor();
    await page.goto('/');
    expect(await story.count()).toBe(1);
  });
}
