import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { get, introduceGuest, post, register, signInAsAdmin, type Account } from '../e2e/api-client.js';
import { accountLists } from './account-lists.suite.js';
import { askSite, fromOwnPage } from './ask-site.js';
import { describeInChromium, modes } from './chromium.js';
import { giveThread, type GivenThread } from './give-thread.js';
import { onSite } from './on-site.js';
import { press, told } from './press.js';
import { signIn } from './sign-in.js';
import { totp } from './totp.js';

describeInChromium('one’s own pages', () => {
  const site = onSite();
  let admin: string;
  let thread: GivenThread;
  let writer: Account;
  let writerId: string;

  beforeAll(async () => {
    [admin, writer] = await Promise.all([signInAsAdmin(), register('Wilma')]);
    writerId = (await get('/api/me', { token: writer.token })).body.me.id;
    thread = await giveThread([{ by: { id: writerId, account: true }, name: writer.username, body: 'Read me' }]);
  }, 30_000);

  test.each([
    ['nick', { nick: 'Mymble' }],
    ['details', { name: 'Mymble', email: '', website: '' }],
  ])('a guest who is known no more is not sent to a sign-in: %s', async (action, form) => {
    const headers = { ...fromOwnPage(site.url), cookie: 'guest=forged' };
    const { status, html } = await askSite(`${site.url}/account?/${action}`, { headers, form });
    expect(status).toBe(401);
    for (const shown of ['known here no more', 'Mymble']) expect(html).toContain(shown);
    for (const not of ['in a new tab', 'Send it again']) expect(html).not.toContain(not);
  });

  describe.each(modes)('%s', (_, javaScriptEnabled) => {
    const open = (path: string) => site.visit(path, { javaScriptEnabled });
    const cookiesOf = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).toSorted();
    const arrive = async (name: string) => {
      const account = await register(name);
      const page = await open('/sign-in');
      await signIn(page, account);
      return { account, page };
    };

    test('a guest registers, and what they wrote is the account’s', async () => {
      const guest = await introduceGuest('Tove');
      await post(`/api${thread.path}/comments`, { comment: { body: 'As a guest' } }, { token: guest.token });
      const page = await open('/');
      await page.context().addCookies([{ name: 'guest', value: guest.token, url: site.url }]);
      await page.goto('/account/comments');
      expect(await page.locator('.comment .body').allTextContents()).toEqual(['As a guest']);
      await page.goto('/account');
      await page.getByRole('link', { name: 'Make an account of it' }).click();
      await page.getByText('Take along what I wrote as the guest Tove: 1 comment').waitFor();
      const username = `Tove ${Math.random().toString(36).slice(2)}`;
      await page.getByLabel('User name').fill(username);
      await page.getByLabel('E-mail').fill(`${username.replace(' ', '.')}@example.org`);
      await page.getByLabel('Password').fill('short');
      await press(page, 'Register');
      expect(await page.locator('.field', { hasText: 'Password' }).locator('.wrong').textContent()).toMatch(
        /too short/,
      );
      expect(await page.getByLabel('User name').inputValue()).toBe(username);
      expect(await page.getByLabel('Password').inputValue()).toBe('');
      await page.getByLabel('Password').fill('correct horse');
      await press(page, 'Register');
      expect(new URL(page.url()).pathname).toBe('/account');
      expect(await told(page)).toContain('what you wrote as a guest is your account’s now');
      expect(await page.locator('.content .count').textContent()).toContain('1 time');
      expect(await cookiesOf(page)).toEqual(['session']);
      // A role that is given later shows at once on one's own pages, and on all once the token is renewed.
      const desk = page.getByRole('link', { name: 'Desk', exact: true });
      expect(await desk.count()).toBe(0);
      const [session] = (await page.context().cookies()).map(({ value }) => decodeURIComponent(value).split(' '));
      const { id } = (await get('/api/me', { token: session?.[0] ?? '' })).body.me;
      await post(`/api/people/${id}/roles`, { role: { name: 'editor', reason: 'Fair' } }, { token: admin });
      const isShown = async () => {
        await page.goto('/account');
        return (await desk.count()) === 1;
      };
      await eventually(isShown, { what: 'the link to the desk' });
      const renewed = `- ${session?.[1] ?? ''}`;
      await page.context().addCookies([{ name: 'session', value: encodeURIComponent(renewed), url: site.url }]);
      await page.goto('/');
      expect(await desk.count()).toBe(1);
    });

    test('a wrong password keeps the e-mail, and the guest; then one is back where one was', async () => {
      const [account, guest] = [await register('Snufkin'), await introduceGuest('Sniff')];
      const page = await open('/');
      await page.context().addCookies([{ name: 'guest', value: guest.token, url: site.url }]);
      await signIn(page, { ...account, password: 'wrong horse' });
      expect(await told(page)).toContain('E-mail or password is not right.');
      expect(await page.getByLabel('E-mail').inputValue()).toBe(account.email);
      expect(await cookiesOf(page)).toEqual(['guest']);
      await page.getByLabel('Password').fill(account.password);
      await page.getByLabel('Take along').uncheck();
      await press(page, 'Sign in');
      expect(new URL(page.url()).pathname).toBe('/account');
      expect(await told(page)).toContain('You are signed in.');
      expect(await cookiesOf(page)).toEqual(['guest', 'session']);
    });

    test('profile, nick and password are changed, and the page says so', async () => {
      const { account, page } = await arrive('Misa');
      await page.getByLabel('User name').fill(writer.username);
      await page.getByLabel('About you').fill('Of lakes');
      await press(page, 'Save');
      expect(await page.locator('#profile .wrong').textContent()).toBe('has already been taken');
      expect(await page.getByLabel('About you').inputValue()).toBe('Of lakes');
      await page.getByLabel('User name').fill(account.username);
      await press(page, 'Save');
      expect(await told(page)).toContain('Your profile is saved.');
      await press(page, 'Pic-a-Nic: invent one');
      const nick = await page.getByLabel('Nick').inputValue();
      await press(page, 'Use this nick');
      expect(await page.locator('#nick .now').textContent()).toBe(`Now it is ${nick}.`);
      await press(page, `My Original Nic: ${account.username}`);
      expect(await page.locator('#nick .now').textContent()).toBe(`Now it is ${account.username}.`);
      const email = `${account.username.replace(' ', '.')}@elsewhere.example`;
      await page.getByLabel('E-mail').fill(email);
      await press(page, 'Save');
      expect(await page.locator('#profile .wrong').textContent()).toBe("can't be blank");
      await page.locator('#profile').getByLabel('Your password').fill(account.password);
      await press(page, 'Save');
      expect(await told(page)).toContain('Your profile is saved.');
      const presentPassword = page.locator('#password').getByLabel('Your password');
      await presentPassword.fill('wrong horse');
      await page.getByLabel('New password', { exact: true }).fill('tapioca pudding');
      await press(page, 'Change the password');
      expect(await page.locator('#password .wrong').textContent()).toBe('is not right');
      await presentPassword.fill(account.password);
      await page.getByLabel('New password', { exact: true }).fill('tapioca pudding');
      await page.getByRole('button', { name: 'Change the password' }).dblclick();
      await page.getByText('Your password is changed.').waitFor();
    });

    test('sessions are ended one by one, all others at once, and all', async () => {
      const { account, page } = await arrive('Hemulen');
      await post('/api/users/login', { user: account });
      await page.goto('/account/sessions');
      const rows = page.locator('.rows li');
      expect(await rows.count()).toBe(3);
      await rows.filter({ hasNotText: 'this one' }).first().getByRole('button').click();
      await page.getByText('The session has ended.').waitFor();
      expect(await rows.count()).toBe(2);
      await press(page, 'End all others');
      expect(await rows.count()).toBe(1);
      await press(page, 'Sign out everywhere');
      expect(await told(page)).toContain('You are signed out on all devices.');
      expect(await cookiesOf(page)).toEqual([]);
      await page.goto('/account/sessions');
      expect(new URL(page.url()).search).toBe('?back=%2Faccount%2Fsessions');
    });

    accountLists({ site, open, arrive, writer: () => ({ ...writer, id: writerId }), admin: () => admin });

    test('one’s data is a file, and who asks to be erased can stay', async () => {
      const { account, page } = await arrive('Ninny');
      await page.goto('/account/export');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download my data', exact: true }).click(),
      ]);
      const text = await file.createReadStream().then((stream) => stream.toArray());
      expect(JSON.parse(Buffer.concat(text as Buffer[]).toString())).toMatchObject({
        person: { name: account.username },
      });
      await page.goto('/account/erasure');
      await press(page, 'Erase me');
      expect(await page.locator('.wrong').textContent()).toContain('must be ticked');
      await page.getByLabel('I want all of this erased').check();
      await press(page, 'Erase me');
      // The system under test erases after three seconds.
      const asked = await page.locator('main').innerText();
      await press(page, 'Keep me');
      expect(asked).toMatch(/You will be erased\.[^]*All of this is erased on \d+ /);
      expect(await told(page)).toContain('You stay.');
    });

    test('what moderators decided is told with its reason', async () => {
      const { account, page } = await arrive('Stinky');
      const { id } = (await get('/api/me', { token: account.token })).body.me;
      const sanction = { kind: 'warn', reason: 'spam', note: 'Once is enough.' };
      expect((await post(`/api/people/${id}/sanctions`, { sanction }, { token: admin })).status).toBeLessThan(300);
      await page.goto('/account/sanctions');
      expect(await page.locator('.rows li').textContent()).toMatch(/Warning[^]*Once is enough\./);
    });

    test('with a second factor a password alone signs nobody in, and a recovery code does once', async () => {
      const { account, page } = await arrive('Tooticky');
      await page.goto('/account/second-factor');
      await page.getByLabel('Your password').fill(account.password);
      await press(page, 'Set up');
      const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
      await page.getByLabel('Code', { exact: true }).fill('000000');
      await press(page, 'Turn it on');
      expect(await page.locator('.wrong').textContent()).toMatch(/is wrong/);
      await page.getByLabel('Code', { exact: true }).fill(totp(secret));
      await press(page, 'Turn it on');
      const codes = await page.locator('.codes code').allTextContents();
      expect(codes).toHaveLength(10);
      await page.emulateMedia({ media: 'print' });
      expect([
        await page.locator('.codes ol').isVisible(),
        await page.locator('.account .sections').isVisible(),
      ]).toEqual([true, false]);
      await page.emulateMedia({ media: 'screen' });
      await page.context().clearCookies();
      await signIn(page, account);
      expect(await told(page)).toContain('One step more');
      expect(await page.content()).not.toContain(account.password);
      const enter = async (code = '') => {
        await page.context().clearCookies();
        await page.goto('/sign-in');
        await page.getByText('I have a second factor').click();
        await page.getByLabel('Code', { exact: true }).fill(code);
        await page.getByLabel('E-mail').fill(account.email);
        await page.getByLabel('Password').fill(account.password);
        await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).dblclick();
        await page.locator('main .notice').first().waitFor();
      };
      await enter(codes[0]);
      expect(await told(page)).toContain('You are signed in.');
      await enter(codes[0]);
      expect(await page.locator('.wrong').textContent()).toMatch(/used before/);
    });
  });
});
