import type { Page } from 'playwright-core';

/** Where a script that a text smuggled in would report to. */
const dialogs = 'alert, confirm or prompt was called';

/**
 * Notes what must not happen on a page: a script that fails, something that its policy had to stop, a dialog, a request that
 * leaves for another host and is not for a picture.
 */
export function watchPage(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|violates/i.test(message.text())) faults.push(message.text());
  });
  page.on('dialog', (dialog) => {
    faults.push(`${page.url()}: ${dialogs}: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => faults.push(`${page.url()} opened ${popup.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    const isOurs = url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
    if (!isOurs && request.resourceType() !== 'image') faults.push(`${page.url()} asked for ${url}`);
  });
}
