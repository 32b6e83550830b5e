import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { readStackFile } from '#tools/stack/stack-file.js';
import { commandLine, readFlags, usageOf } from '#tools/terminal/command-line.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';

interface Picture {
  name: string;
  path: string;
  width: number;
  height: number;
  theme: 'light' | 'dark';
  /** The reader's preferences, as the site's cookie has them. */
  preferences?: string;
}

const fog = '/articles/council-votes-to-measure-the-fog';

const pictures: Picture[] = [
  { name: 'front-desk', path: '/', width: 1200, height: 860, theme: 'light' },
  { name: 'thread-phone', path: `${fog}#comments`, width: 390, height: 844, theme: 'dark', preferences: 'view=tree' },
];

async function take(browser: Browser, site: string, folder: string, picture: Picture): Promise<string> {
  const { name, path, width, height, theme: colorScheme, preferences } = picture;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  if (preferences !== undefined) await context.addCookies([{ name: 'preferences', value: preferences, url: site }]);
  const page = await context.newPage();
  await page.goto(new URL(path, site).href, { waitUntil: 'load', timeout: 30_000 });
  // The network is never idle: a thread stays connected.
  await page.waitForTimeout(1_000);
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  return file;
}

const command = () =>
  commandLine('npm run pictures --', '[--data FOLDER]', 'Takes the pictures of the README from a running copy.').option(
    '--data <FOLDER>',
    'the data folder of a running copy with the demo (default .data)',
  );

await runTool({
  usage: usageOf(command()),
  parse: (args) => {
    const { flags, help } = readFlags<{ data?: string }>(command(), args);
    return { data: flags.data ?? '.data', help };
  },
  run: async ({ data }) => {
    const site = readStackFile(data)?.siteUrl;
    if (site === undefined) throw new Error(`No copy with a site runs on ${data}. Start one with: npm start`);
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    if (!existsSync(executablePath))
      throw new Error(`There is no Chromium at ${executablePath}; name it by CHROMIUM_PATH.`);
    const folder = join('docs', 'pictures');
    mkdirSync(folder, { recursive: true });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      for (const picture of pictures) say`${await take(browser, site, folder, picture)}`;
    } finally {
      await browser.close();
    }
  },
});
