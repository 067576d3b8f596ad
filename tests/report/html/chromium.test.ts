/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { ScanReport } from '../../../src/model/report.js';
import { renderReport } from '../../../src/report/registry.js';
import { makeHostile } from '../../support/hostile.js';
import { manyFindings } from '../../support/many-findings.js';
import { SAMPLE_REPORT } from '../../support/report.js';

jest.setTimeout(240_000);

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere) process.stderr.write(`skipped: no Chromium at ${executablePath} (set CHROMIUM_PATH)\n`);

const REPORT: ScanReport = {
  ...SAMPLE_REPORT,
  timeline: {
    binSeconds: 60,
    bins: [{ start: '1781485200.000000000', clauses: { A: { permitted: 40, violation: 1 }, I: { suspected: 2 } } }],
  },
};

(isThere ? describe : describe.skip)('the page in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sansou-html-'));
  let browser: Browser;
  let complaints: string[] = [];
  let pages = 0;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page as it would be opened from a USB stick; whatever it asks of anybody, or complains of, is noted. */
  async function open(
    report: ScanReport,
    lang: 'ja' | 'en' = 'ja',
    options: BrowserContextOptions = {},
    hash = '',
  ): Promise<Page> {
    const file = join(folder, `${++pages}.html`);
    writeFileSync(file, renderReport(report, 'html', { lang }));
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== `${pathToFileURL(file).href}${hash}` && request.url() !== pathToFileURL(file).href)
        complaints.push(`request: ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    return page;
  }

  /** the page filters with the next frame that it draws */
  const shows = async (page: Page, count: number): Promise<void> => {
    await page.waitForFunction((wanted) => document.getElementById('shown')?.textContent === String(wanted), count);
  };
  const shownRows = (page: Page): Promise<number> => page.locator('#list tbody tr:visible').count();

  test('asks nobody for anything and complains of nothing, in both languages', async () => {
    for (const lang of ['ja', 'en'] as const) {
      const page = await open(REPORT, lang);
      expect(await page.locator('html').getAttribute('data-ready')).toBe('true');
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test('is a page in English at a click, all of it, and the same Japanese page again at another', async () => {
    const page = await open(REPORT, 'ja');
    const text = (): Promise<string> => page.evaluate(() => document.querySelector('main')?.textContent ?? '');
    const before = await text();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toMatch(/^Three-tier segregation/);
    const english = await text();
    const inEnglish = await open(REPORT, 'en');
    expect(english).toBe(await inEnglish.evaluate(() => document.querySelector('main')?.textContent ?? ''));
    await page.getByRole('button', { name: '日本語' }).click();
    expect(await text()).toBe(before);
    await page.context().close();
    await inEnglish.context().close();
  });

  test('reads without a script: every finding with its evidence, and no button that would do nothing', async () => {
    const page = await open(REPORT, 'en', { javaScriptEnabled: false });
    const cited = REPORT.findings.filter(({ evidence }) => evidence.length > 0).length;
    expect(await page.locator('article.finding table.frames').count()).toBe(cited);
    expect(await page.locator('article.finding .summary').first().isVisible()).toBe(true);
    expect(await page.locator('button:visible, form:visible').count()).toBe(0);
    await page.context().close();
  });

  test('filters by choice and by words, says how many are left, and shows all again', async () => {
    const page = await open(REPORT);
    await page.selectOption('select[name=verdict]', 'violation');
    const violations = REPORT.findings.filter(({ verdict }) => verdict === 'violation').length;
    await page.waitForFunction((count) => document.getElementById('shown')?.textContent === String(count), violations);
    expect(await shownRows(page)).toBe(violations);
    expect(await page.locator('article.finding:visible').count()).toBe(violations);
    await page.fill('input[name=words]', '10.20.4.10 smb');
    await page.waitForFunction(() => document.getElementById('shown')?.textContent === '1');
    await page.click('button[type=reset]');
    await page.waitForFunction(
      (all) => document.getElementById('shown')?.textContent === String(all),
      REPORT.findings.length,
    );
    await page.context().close();
  });

  test('sorts list and details by a head, in both directions, by keyboard', async () => {
    const page = await open(REPORT);
    const head = page.locator('#list thead th[data-sort=severity]');
    await head.locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const order = (): Promise<string[]> =>
      page.locator('#list tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-severity') ?? ''));
    const severities = ['critical', 'high', 'medium', 'low', 'info'];
    const ascending = await order();
    expect(ascending).toEqual([...ascending].sort((x, y) => severities.indexOf(x) - severities.indexOf(y)));
    await page.keyboard.press('Enter');
    expect((await order())[0]).toBe(ascending.at(-1));
    const anchors = await page.locator('#list tbody th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    // the details follow the list a moment later
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('article.finding')].map(({ id }) => `#${id}`).join() === wanted,
      anchors.join(),
    );
    await page.context().close();
  });

  test('opens a finding by its link, even where the filter hides it', async () => {
    const blocked = REPORT.findings.find(({ verdict }) => verdict === 'blocked')!;
    const page = await open(REPORT, 'ja', {}, `#${blocked.id}`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(blocked.id);
    await page.selectOption('select[name=verdict]', 'violation');
    await page.evaluate((id) => (location.hash = `#${id}`), REPORT.findings.at(-1)!.id);
    await page.waitForFunction((id) => document.activeElement?.id === id, REPORT.findings.at(-1)!.id);
    expect(await page.locator(`[id="${REPORT.findings.at(-1)!.id}"]`).isVisible()).toBe(true);
    await page.context().close();
  });

  test('opens the findings of a cell of the matrix, and of a red line of the map', async () => {
    const page = await open(REPORT);
    await page.locator('table.matrix a[data-from=mynumber][data-to=lgwan]').click();
    const pair = REPORT.findings.filter(({ from, to }) => from.zone === 'mynumber' && to.zone === 'lgwan').length;
    await shows(page, pair);
    expect(await shownRows(page)).toBe(pair);
    await page.locator('.map a.tag.violation[data-from=internet][data-to=lgwan]').click();
    await shows(
      page,
      REPORT.findings.filter(
        ({ from, to, verdict }) => from.zone === 'internet' && to.zone === 'lgwan' && verdict === 'violation',
      ).length,
    );
    expect(await page.locator('#list tbody tr:visible').first().getAttribute('data-from')).toBe('internet');
    await page.context().close();
  });

  test('has no serious fault by axe, in both languages, wide and narrow', async () => {
    for (const [lang, width] of [
      ['ja', 1280],
      ['en', 390],
    ] as const) {
      const few = { ...REPORT, findings: REPORT.findings.slice(0, 6) };
      const page = await open(few, lang, { viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      // what is not laid out yet cannot be judged
      await page.evaluate(() => {
        for (const article of document.querySelectorAll<HTMLElement>('.finding'))
          article.style.contentVisibility = 'visible';
      });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.context().close();
    }
  });

  test('does not scroll sideways on a telephone', async () => {
    const page = await open(REPORT, 'ja', { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  test('prints on A4, whole, whatever the filter hides', async () => {
    const page = await open(manyFindings(301, 1), 'ja');
    expect(await page.locator('article.finding noscript').count()).toBeGreaterThan(200);
    await page.selectOption('select[name=verdict]', 'blocked');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const source = pdf.toString('latin1');
    expect(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(source)?.slice(1).map(Number).map(Math.round)).toEqual([
      595, 842,
    ]);
    expect([...source.matchAll(/\/Type \/Page\b(?!s)/g)].length).toBeGreaterThan(60);
    expect(await page.locator('article.finding noscript').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 695, height: 1000 });
    expect(await page.locator('#list tbody tr').last().isVisible()).toBe(true);
    expect(await page.locator('.toolbar, form.filter').first().isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(695);
    await page.context().close();
  });

  test('is filtered, translated, sorted, linked to and unfolded with 5,000 findings', async () => {
    const report = manyFindings(5000, 2);
    const page = await open(report);
    expect(await page.locator('html').getAttribute('data-ready')).toBe('true');
    const unfolded = await page.locator('article.finding table.frames').count();
    expect(unfolded).toBeLessThan(200);

    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('input[name=words]')!;
      input.value = 'host-4321';
      input.form!.dispatchEvent(new Event('input'));
      return new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    });
    await shows(page, 1);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('form.filter [type=reset]')!.click());

    await page.evaluate(() => document.querySelector<HTMLButtonElement>('[data-lang=en]')!.click());
    const titles = await page.locator('#list tbody td:nth-child(5)').allTextContents();
    expect(titles.map((title) => title.trim())).toEqual(report.findings.map(({ title }) => title.en));

    await page.evaluate(() => document.querySelector<HTMLButtonElement>('#list th[data-sort=verdict] button')!.click());
    const hrefs = (): Promise<(string | null)[]> =>
      page.locator('#list tbody th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const anchors = await hrefs();
    expect(anchors).not.toEqual(report.findings.map(({ id }) => `#${id}`));
    // the articles follow the list, if not in the same moment
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('article.finding')].every(({ id }, index) => `#${id}` === wanted[index]),
      anchors,
    );

    const last = report.findings.at(-1)!;
    await page.evaluate((id) => (location.hash = `#${id}`), last.id);
    await page.waitForFunction((id) => document.activeElement?.id === id, last.id);
    expect(await page.locator(`[id="${last.id}"] .summary`).textContent()).toContain(last.from.address!);

    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('article.finding > noscript').count()).toBe(0);
    await page.context().close();
  });

  test('takes hostile text for text, in both languages and unfolded', async () => {
    const attacks =
      '"><img src=x onerror=alert(1)></noscript></script><svg onload=alert(2)><a href=javascript:alert(3)>';
    const page = await open(makeHostile({ ...REPORT, findings: REPORT.findings.slice(0, 3) }, '', attacks));
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('img, [onerror], [onload], a[href^=javascript]').count()).toBe(0);
    expect(await page.locator('article.finding .summary').first().textContent()).toBe(attacks);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
