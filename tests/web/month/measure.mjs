// node tests/web/month/measure.mjs STORE: how long the pages take with that history, in Chromium on this machine.
// Each figure is the median of five; the server is the built command.
/* global document, Event, requestAnimationFrame, fetch -- those of the page */
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';

const ROUNDS = 5;
const [store] = process.argv.slice(2);
const server = spawn(
  process.execPath,
  ['dist/cli.js', 'serve', '-t', 'topology/midorino-alpha.yaml', '--store', store, '--port', '0', '--lang', 'en'],
  {
    stdio: ['ignore', 'ignore', 'pipe'],
  },
);
const url = await new Promise((resolve) => {
  server.stderr.on('data', (chunk) => {
    const [found] = /http:\S+\//.exec(String(chunk)) ?? [];
    if (found !== undefined) resolve(found);
  });
});
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const median = (values) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
const tell = (what, values) => process.stdout.write(`${what.padEnd(44)} ${median(values).toFixed(0).padStart(6)} ms\n`);
const ready = (page, selector) => page.waitForSelector(selector, { state: 'attached' });

const loads = [];
for (let round = 0; round < ROUNDS; round++) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url);
  await ready(page, 'svg.zone-map a.tag');
  loads.push(performance.now() - start);
  await context.close();
}
tell('first load, nothing cached, map drawn', loads);

const page = await browser.newPage();
await page.goto(url);
const pages = [
  ['findings?status=all', 'table.findings tbody tr'],
  ['traffic', '.uplot canvas'],
  ['conduits', '.sparkline'],
  ['scans', 'main table tbody tr'],
  ['compare', '.counts'],
  ['topology', 'main table tbody tr'],
];
for (const [name, selector] of pages) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`${url}#/upload`);
    await ready(page, 'form.upload');
    const start = performance.now();
    await page.goto(`${url}#/${name}`);
    await ready(page, selector);
    times.push(performance.now() - start);
  }
  tell(`page ${name}`, times);
}
await page.goto(`${url}#/findings?status=all`);
await ready(page, 'table.findings tbody tr');
const searches = [];
for (let round = 0; round < ROUNDS; round++) {
  searches.push(
    await page.evaluate(
      async (text) => {
        const field = document.querySelector('input[type=search]');
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - start;
      },
      `10.10.1${6 + (round % 4)}`,
    ),
  );
}
tell('a letter typed into the search, drawn', searches);
const rows = await page.evaluate(async () => (await (await fetch('/api/findings')).json()).findings.length);
process.stdout.write(`findings in the history: ${rows}\n`);
await browser.close();
server.kill('SIGTERM');
