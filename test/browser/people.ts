import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { watchPage } from './watch-page.js';

/** Milliseconds for which a page may take to show what is waited for. */
const patience = 20_000;

interface Person {
  key: string;
  context: BrowserContext;
  page: Page;
}

/**
 * Browsers of people who know nothing of each other. A new one costs most of a second on a busy machine, so that of somebody
 * who has left goes to the next, without cookies and storage.
 */
export class People {
  /** What must not happen, and did. */
  faults: string[] = [];
  private here: Person[] = [];
  private gone: Person[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  async come(options: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(options);
    const at = this.gone.findIndex((each) => each.key === key);
    const [person = await this.make(key, options)] = at < 0 ? [] : this.gone.splice(at, 1);
    this.here.push(person);
    return person.page;
  }

  /** Everybody leaves, and takes along what their browsers knew. */
  async leave(): Promise<void> {
    const leaving = this.here.splice(0);
    await Promise.all(
      leaving.map(async (person) => {
        const { context, page } = person;
        const others = context.pages().filter((each) => each !== page);
        await Promise.all(others.map((each) => each.close()));
        await context.setOffline(false);
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.goto('about:blank');
        await context.clearCookies();
        const session = await context.newCDPSession(page);
        await session.send('Storage.clearDataForOrigin', { origin: this.origin, storageTypes: 'all' });
        await session.detach();
        this.gone.push(person);
      }),
    );
  }

  private async make(key: string, options: BrowserContextOptions): Promise<Person> {
    const context = await this.browser.newContext({ baseURL: this.origin, ...options });
    context.setDefaultTimeout(patience);
    context.on('page', (page) => watchPage(page, this.origin, this.faults));
    return { key, context, page: await context.newPage() };
  }
}
