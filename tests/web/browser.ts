import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** False, and said so, where there is no browser. */
export const HAS_BROWSER = existsSync(CHROMIUM);
if (!HAS_BROWSER) process.stderr.write(`${CHROMIUM} is not here: the dashboard is not tried in a browser\n`);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=ja'],
  });
}
