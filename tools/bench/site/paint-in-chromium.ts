import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { Figure } from '../figure.js';
import { median } from '../statistics.js';

/** A phone on a poor line: 150 ms there and back, 1.6 Mbit/s down, a processor four times slower than ours. */
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowerBy = 4;
const phone = { width: 390, height: 844 };

interface Paint {
  /** Milliseconds to the largest paint. */
  largest: number;
  /** Layout shift, without unit (https://web.dev/articles/cls). */
  shift: number;
  /** Compressed bytes, by what they are for. */
  script: number;
  style: number;
}

// Runs in the page, before anything else.
const watch = `
  window.seen = { largest: 0, shift: 0 };
  new PerformanceObserver((list) => { for (const { startTime } of list.getEntries()) window.seen.largest = startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries())
    if (!hadRecentInput) window.seen.shift += value; }).observe({ type: 'layout-shift', buffered: true });`;

const read = `(() => {
  const of = (kind) => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(kind))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  return { ...window.seen, script: of('.js'), style: of('.css') };
})()`;

/** What a phone on a slow line sees of a page; nothing where there is no Chromium (`CHROMIUM_PATH`). */
export async function paintInChromium(url: URL, rounds: number): Promise<Figure[]> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return [{ name: 'largest paint', ours: 'not measured: no Chromium' }];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const paints: Paint[] = [];
    for (let round = 0; round < rounds; round += 1) paints.push(await paintOnce(browser, url));
    const of = (name: keyof Paint) => median(paints.map((paint) => paint[name]));
    return [
      atMost('largest paint on a slow phone', of('largest'), 1_800, (ms) => `${ms.toFixed(0)} ms`),
      atMost('layout shift', of('shift'), 0.02, (shift) => shift.toFixed(4)),
      atMost('script, compressed', of('script'), 15_000, (bytes) => `${bytes} B`),
      atMost('style, compressed', of('style'), 25_000, (bytes) => `${bytes} B`),
    ];
  } finally {
    await browser.close();
  }
}

async function paintOnce(browser: Browser, url: URL): Promise<Paint> {
  const context = await browser.newContext({ viewport: phone });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', line);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowerBy });
    await page.addInitScript(watch);
    await page.goto(url.href, { waitUntil: 'load', timeout: 30_000 });
    // The network is never idle: the page stays connected.
    await page.waitForTimeout(1_000);
    return await page.evaluate<Paint>(read);
  } finally {
    await context.close();
  }
}

const atMost = (name: string, value: number, target: number, show: (value: number) => string): Figure => ({
  name,
  ours: show(value),
  target: `≤ ${show(target)}`,
  passed: value <= target,
});
