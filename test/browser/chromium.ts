import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** For tests that need Chromium; where there is none they are skipped, and counted as skipped. */
export const describeInChromium = existsSync(path) ? describe : describe.skip;

/** Each test with scripts and without. */
export const modes = [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const;

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: ['--no-sandbox'], timeout: 30_000 });
