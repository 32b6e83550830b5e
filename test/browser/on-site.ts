import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { startSite, type StartedSite } from './start-site.js';
import { watchPage } from './watch-page.js';

/** Milliseconds for which a page may take to show what is waited for. */
export const patience = 10_000;

export interface OnSite {
  readonly url: string;
  readonly browser: Browser;
  /** A browser of a new person, at a path of the site. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Starts a site and Chromium for the tests of one file. After each test its browsers are closed, and nothing forbidden may
 * have happened on any page.
 */
export function onSite(env: () => Record<string, string> = () => ({})): OnSite {
  let site: StartedSite;
  let browser: Browser;
  let faults: string[] = [];
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(env()), launchChromium()]);
  }, 60_000);
  afterEach(async () => {
    const found = faults;
    faults = [];
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.stop()]);
  });
  return {
    get url() {
      return site.url;
    },
    get browser() {
      return browser;
    },
    visit: async (path, options = {}) => {
      const context = await browser.newContext({ baseURL: site.url, ...options });
      context.setDefaultTimeout(patience);
      context.on('page', (page) => watchPage(page, site.url, faults));
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  };
}
