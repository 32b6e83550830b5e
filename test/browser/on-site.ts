import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { People } from './people.js';
import { startSite, type StartedSite } from './start-site.js';

export interface OnSite {
  readonly url: string;
  /** A new person's browser, at a path of the site. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Starts Chromium for the tests of one file. After each test everybody leaves, and nothing forbidden may have happened on any
 * page. @param env of a site of their own, in place of the one that the system under test has
 */
export function onSite(env?: () => Record<string, string>): OnSite {
  let site: StartedSite;
  let browser: Browser;
  let people: People;
  beforeAll(async () => {
    [site, browser] = await Promise.all([env === undefined ? siteUnderTest() : startSite(env()), launchChromium()]);
    people = new People(browser, site.url);
  }, 60_000);
  afterEach(async () => {
    await people.leave();
    expect(people.faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.stop()]);
  });
  return {
    get url() {
      return site.url;
    },
    visit: async (path, options = {}) => {
      const page = await people.come(options);
      await page.goto(path);
      return page;
    },
  };
}

function siteUnderTest(): StartedSite {
  const [url = ''] = (process.env['E2E_SITES'] ?? '').split(',');
  return { url, stop: () => Promise.resolve() };
}
