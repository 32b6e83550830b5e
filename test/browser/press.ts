import type { Page } from 'playwright-core';

/** Presses a button, and waits for the page that it leads to. */
export async function press(page: Page, name: string): Promise<void> {
  const led = page.waitForEvent('domcontentloaded');
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
  await led;
}

/** What the page says of it. */
export const told = (page: Page): Promise<string | null> => page.locator('main .notice').first().textContent();
