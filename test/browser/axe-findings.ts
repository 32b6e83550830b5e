import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * What axe finds on a page that was opened with `bypassCSP`. In the dark only what colours can be wrong by, as all else is the
 * same there.
 */
export async function axeFindings(page: Page, colorScheme: 'light' | 'dark'): Promise<object[]> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const runOnly = colorScheme === 'light' ? rules : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
  // What is out of sight has only an estimated size, so that axe would see it overlap.
  await page.addStyleTag({ content: '.comment { content-visibility: visible !important }' });
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `axe.run(${JSON.stringify({ runOnly, resultTypes: ['violations'] })})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })));
}

/** The same in both colours of a page that is open, without waiting for one to turn into the other. */
export async function axeFindingsInBoth(page: Page): Promise<object[]> {
  const found: object[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await axeFindings(page, colorScheme)).map((finding) => ({ colorScheme, ...finding })));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}
