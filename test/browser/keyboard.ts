import type { Page } from 'playwright-core';

/** Presses of Tab after which a thing is taken to be out of reach. */
const maxPresses = 120;

/**
 * Goes to what has this text, label or name by the Tab key alone, as somebody without a mouse does. @param within the
 * heading of the step that it is in @throws Error if it cannot be reached
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let press = 0; press < maxPresses; press += 1) {
    await page.keyboard.press('Tab');
    const [at = ''] = await page.evaluate<string[]>(nameOfFocus);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
  }
  throw new Error(`${String(name)} is out of reach of the Tab key on ${page.url()}`);
}

/** What a screen reader would call what has the focus, near enough. */
const nameOfFocus = `(() => {
  const at = document.activeElement;
  const label = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent ?? '';
  return [label.replace(/\\s+/g, ' ').trim()];
})()`;

/** Types into what is reached by its label. */
export async function typeInto(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

export async function press(page: Page, button: string | RegExp): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}
