import { beforeAll, expect, test } from '@jest/globals';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, publish, register, signInAsAdmin, type Account } from '../e2e/api-client.js';
import { axeFindingsInBoth } from './axe-findings.js';
import { press } from './keyboard.js';
import { enter, type Member, untilSaid } from './member.js';
import type { OnSite } from './on-site.js';
import { press as pressForPage, told } from './press.js';
import { signIn } from './sign-in.js';
import { totp } from './totp.js';

const withoutScripts = { javaScriptEnabled: false };

/** What an admin or a moderator does for a person: by keyboard at the desk, and the person without JavaScript. */
export function deskRecords(site: OnSite, staff: () => Record<'admin' | 'moderator', Member>): void {
  let admin: string;
  beforeAll(async () => {
    admin = await signInAsAdmin();
  });
  const idOf = async ({ token }: Account) => (await get('/api/me', { token })).body.me.id;

  test('an admin makes a link for a lost password: it works once, and ends the sessions', async () => {
    const account = await register('Lotte Lost');
    const person = await site.visit('/', withoutScripts);
    await signIn(person, account);
    const page = await enter(site, staff().admin, `/desk/people/${await idOf(account)}`, { bypassCSP: true });
    await press(page, 'Reset the password');
    expect(await page.locator('details[open] .effect').textContent()).toContain('all sessions end then');
    await press(page, `Make a link for ${account.username}`);
    const link = page.locator('.made input:focus');
    await link.waitFor();
    const address = await link.inputValue();
    expect(address).toMatch(new RegExp(`^${site.url}/reset-password\\?token=`));
    expect(await page.locator('.history').textContent()).toContain('a link for a new password made');
    expect(await axeFindingsInBoth(page)).toEqual([]);
    const other = await site.visit(address, withoutScripts);
    await other.getByLabel('New password', { exact: true }).fill('short');
    await pressForPage(other, 'Set the password');
    expect(await other.locator('.wrong').textContent()).toMatch(/too short/);
    await other.getByLabel('New password', { exact: true }).fill('tapioca pudding');
    await pressForPage(other, 'Set the password');
    expect(await told(other)).toContain('Your password is set');
    const isOut = async () => {
      await person.goto('/account/sessions');
      return new URL(person.url()).pathname === '/sign-in';
    };
    await eventually(isOut, { what: 'the session to have ended' });
    await other.goto(address);
    await other.getByLabel('New password', { exact: true }).fill('another pudding');
    await pressForPage(other, 'Set the password');
    expect(await told(other)).toContain('This link is good no more.');
    await signIn(other, { ...account, password: 'tapioca pudding' });
    expect(await told(other)).toContain('You are signed in.');
    await page.reload();
    expect(await page.content()).not.toContain(address);
  }, 40_000);

  test('an admin removes a lost second factor with a reason, and the person signs in without a code', async () => {
    const account = await register('Pavel Phoneless');
    const { token, password } = account;
    const begun = await post('/api/user/second-factor', { secondFactor: { password } }, { token });
    const secondFactor = { code: totp(begun.body.secondFactor.secret) };
    expect((await post('/api/user/second-factor/confirm', { secondFactor }, { token })).status).toBe(200);
    const person = await site.visit('/', withoutScripts);
    await signIn(person, account);
    expect(await told(person)).toContain('One step more');
    const page = await enter(site, staff().admin, `/desk/people/${await idOf(account)}`);
    await press(page, 'Remove the second factor');
    await press(page, `Remove it from ${account.username}`);
    await page.locator('[name=reason]:focus[aria-invalid=true]').waitFor();
    await page.keyboard.type('Came with their passport');
    await press(page, `Remove it from ${account.username}`);
    await untilSaid(page, `The second factor of ${account.username} is removed.`);
    const [done = ''] = await page.locator('.history li').allTextContents();
    expect(done).toMatch(/second factor removed[^]*by[^]*you[^]*Came with their passport/);
    await signIn(person, account);
    expect(await told(person)).toContain('You are signed in.');
  }, 40_000);

  /** An account that was a guest once, each with a comment. */
  const onceGuest = async (name: string) => {
    const guest = { name: `${name} ${Date.now()}` };
    const { id, token } = await introduceGuest(guest.name);
    const slug = await publish(admin, `Where ${name} was`);
    const write = async (by: string) =>
      expect((await post(`/api/articles/${slug}/comments`, { comment: { body: 'Here' } }, { token: by })).status).toBe(
        201,
      );
    await write(token);
    const account = await register(`${name} Grown`);
    const claimed = await post('/api/me/guests', { guest: { token } }, { token: account.token });
    expect(claimed.status).toBe(200);
    await write(account.token);
    return { account, id: await idOf(account), guest: { ...guest, id } };
  };

  test('a moderator unlinks a guest from an account', async () => {
    const { id, guest } = await onceGuest('Unlinked');
    const page = await enter(site, staff().moderator, `/desk/people/${id}`);
    await press(page, `Unlink: ${guest.name}`);
    expect(await page.locator('details[open] .effect').textContent()).toContain('theirs alone again');
    await press(page, `Unlink ${guest.name}`);
    await untilSaid(page, `${guest.name} is a guest of their own again.`);
    expect(await page.locator('.facts').textContent()).not.toContain(guest.name);
    expect(await page.getByText(`Unlink: ${guest.name}`).count()).toBe(0);
    await press(page, 'See it');
    await page.waitForURL(`**/desk/people/${guest.id}`);
    expect(await page.locator('.history').textContent()).toMatch(/unlinked\s+by\s+you/);
    expect(await page.locator('.facts').textContent()).not.toContain('linked to an account');
  }, 40_000);

  test('an admin erases a person on behalf, told of how much and asked why, and keeps them', async () => {
    const { account, id } = await onceGuest('Erased');
    const name = account.username;
    const page = await enter(site, staff().admin, `/desk/people/${id}`, { bypassCSP: true });
    await press(page, 'Erase');
    expect(await page.locator('details[open] .effect').textContent()).toMatch(
      /the words of their 2 comments are destroyed, with those of 1 linked guest,/,
    );
    await press(page, `Erase ${name}`);
    await page.locator('[name=reason]:focus[aria-invalid=true]').waitFor();
    expect(await axeFindingsInBoth(page)).toEqual([]);
    await page.keyboard.type('asked for elsewhere');
    await press(page, `Erase ${name}`);
    await untilSaid(page, `${name} will be erased when the time to think it over is past.`);
    // The system under test erases after three seconds: straight there, as walking takes a busy machine longer.
    await page.locator('summary', { hasText: 'Do not erase' }).focus();
    await page.keyboard.press('Enter');
    const keep = page.getByRole('button', { name: `Keep ${name}` });
    const asked = await page.locator('details', { has: keep }).locator('.effect').textContent();
    await keep.focus();
    await page.keyboard.press('Enter');
    await untilSaid(page, `${name} stays.`);
    expect(asked).toMatch(/^Will be erased on [^]*The erasure is called off\.$/);
    expect(await page.getByText('Erase', { exact: true }).count()).toBe(1);
  }, 40_000);
}
