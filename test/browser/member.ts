import type { BrowserContextOptions, Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';
import { get, post, register, signInAsAdmin } from '../e2e/api-client.js';
import type { OnSite } from './on-site.js';

export interface Member {
  id: string;
  username: string;
  token: string;
  /** The cookie of their session on the site. */
  cookie: string;
}

const sessionOf = (token: string) => encodeURIComponent(`${token} not-needed-yet`);

/** A new account with a role. */
export async function aMember(name: string, role?: 'contributor' | 'editor' | 'moderator' | 'admin'): Promise<Member> {
  const { username, email, password, ...registered } = await register(name);
  const { id } = (await get('/api/me', registered)).body.me;
  if (role !== undefined) {
    const admin = await signInAsAdmin();
    const { status, text } = await post(
      `/api/people/${id}/roles`,
      { role: { name: role, reason: 'Fair' } },
      { token: admin },
    );
    if (status !== 200) throw new Error(`not granted: ${status} ${text}`);
  }
  // The token tells of the roles that its bearer had at the sign-in.
  const { token } = (await post('/api/users/login', { user: { email, password } })).body.user;
  return { id, username, token, cookie: `session=${sessionOf(token)}` };
}

/** Waits until the scripts of a page of the desk run. */
export const alive = (page: Page) => page.locator('#svelte-announcer').waitFor({ state: 'attached' });

/** Holds the scripts of the next page of the desk. @returns lets them come, and waits until they run */
export async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_app/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    release();
    await alive(page);
    await page.unroute('**/_app/**/*.js');
  };
}

/** Presses a key of the desk. A page that has just been opened hears no keys before its scripts run. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await alive(page);
  await page.keyboard.press(key);
}

/** A browser in which a member is signed in, at a path of the site. */
export async function enter(
  site: OnSite,
  { token }: Member,
  path: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await site.visit('/favicon.svg', options);
  await page.context().addCookies([{ name: 'session', value: sessionOf(token), url: site.url }]);
  await page.goto(path);
  // SvelteKit adds it once the page is alive.
  if (options?.javaScriptEnabled !== false && path.startsWith('/desk')) await alive(page);
  return page;
}

/** Waits until the desk says what was done. */
export const untilSaid = (page: Page, text: string): Promise<unknown> =>
  eventually(async () => ((await page.locator('#said').textContent()) ?? '').includes(text), {
    what: `the desk to say “${text}”`,
  });
