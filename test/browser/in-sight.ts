import type { Page } from 'playwright-core';
import { eventually } from '#testing/eventually.js';

/** Waits until the top of an element is within the window. */
export const inSight = (page: Page, selector: string) =>
  eventually(
    async () => {
      const top = (await page.locator(selector).boundingBox())?.y ?? NaN;
      return top > -2 && top < (page.viewportSize()?.height ?? 0) - 40;
    },
    { what: `${selector} in sight` },
  );
