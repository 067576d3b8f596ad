/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { nextRunId } from '../../src/store/next-run-id.js';
import { openHistory } from '../../src/store/open-history.js';
import { hashPassword } from '../../src/web/access/password-hash.js';
import { HOSTILE_TEXT, makeHostile } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { HAS_BROWSER, launchBrowser } from './browser.js';

// The built command, in a real browser, as people use it.

// conditions are waited for, however slow the machine is; this is only for what never comes
const PATIENCE_MILLISECONDS = 240_000;
jest.setTimeout(300_000);

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sansou-dashboard-'));
const PASSWORD = 'a long enough word';
const inBrowser = HAS_BROWSER ? describe : describe.skip;

// eslint-disable-next-line no-control-regex -- they are what must not be there
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/;

const servers: ChildProcess[] = [];

/** @returns where it serves */
async function serve(...options: readonly string[]): Promise<string> {
  const argv = [
    'dist/cli.js',
    'serve',
    '-t',
    'topology/midorino-alpha.yaml',
    '--port',
    '0',
    '--lang',
    'ja',
    ...options,
  ];
  const server = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  servers.push(server);
  let told = '';
  return new Promise((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      const [url] = /https?:\/\/\S+\//.exec(told) ?? [];
      if (url !== undefined) resolve(url);
    });
    server.on('exit', () => reject(new Error(told)));
  });
}

function fillHistory(file: string): string {
  const history = openHistory(file);
  const evidence = join(folder, 'evidence');
  mkdirSync(join(evidence, 'packets'), { recursive: true });
  writeFileSync(join(evidence, 'manifest.json'), '{}');
  for (const { id } of SAMPLE_REPORT.findings)
    writeFileSync(join(evidence, 'packets', `${id}.pcapng`), `packets of ${id}`);
  const save = (report: typeof SAMPLE_REPORT, at: number, kept: string | null): void => {
    const time = new Date(at).toISOString();
    history.saveRun({
      id: nextRunId(at),
      kind: 'scan',
      startedAt: time,
      endedAt: time,
      finished: true,
      report,
      evidence: kept,
    });
  };
  save({ ...SAMPLE_REPORT, findings: SAMPLE_REPORT.findings.slice(2) }, Date.now() - 172_800_000, null);
  save(SAMPLE_REPORT, Date.now() - 86_400_000, evidence);
  history.close();
  return file;
}

let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

async function openPage(url: string, prepare?: (page: Page) => Promise<void>): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // what is refused is an answer, not a fault
    if (message.type() === 'error' && !/status of (40[13]|422|503)/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked elsewhere: ${request.url()}`);
  });
  await prepare?.(page);
  await page.goto(url);
}

/** The page that was asked for is there, with its answer. */
async function settled(name: string): Promise<void> {
  await page.waitForFunction(
    (path) =>
      document.querySelector('nav [aria-current="page"]')?.getAttribute('href') === `#/${path}` &&
      document.querySelector('main h1') !== null &&
      document.querySelector('.waiting') === null,
    name.split(/[/?]/)[0],
  );
}

const goTo = async (name: string): Promise<void> => {
  const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
  const href = await link.getAttribute('href');
  await link.click();
  await settled(href?.replace('#/', '') ?? '');
};

inBrowser('the dashboard in a browser', () => {
  let url: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    url = await serve('--store', fillHistory(join(folder, 'history.db')), '--evidence', join(folder, 'kept'));
    await openPage(url);
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) server.kill('SIGTERM');
    await Promise.all(servers.map((server) => server.exitCode ?? new Promise((resolve) => server.on('exit', resolve))));
    rmSync(folder, { recursive: true, force: true });
  });

  test('starts with how it stands: result, map, clauses, what it could not see', async () => {
    await page.getByRole('heading', { level: 1, name: '違反あり' }).waitFor();
    expect(await page.locator('svg.zone-map a.tag').count()).toBeGreaterThan(3);
    expect(await page.locator('.tag.violation').count()).toBeGreaterThan(0);
    expect(await page.locator('.clauses dt').count()).toBe(3);
  });

  test('a finding is found by its address, and its packets are downloaded', async () => {
    await goTo('検出事項');
    const before = await page.locator('table.findings tbody tr').count();
    const wanted = SAMPLE_REPORT.findings.find(
      ({ from, verdict }) => from.address !== null && verdict === 'violation',
    )!;
    await page.getByRole('searchbox').fill(`${wanted.from.address!} ${wanted.rule}`);
    await page.waitForFunction((count) => document.querySelectorAll('table.findings tbody tr').length < count, before);
    await page.locator('table.findings tbody a').first().click();
    await page.getByRole('heading', { level: 1, name: wanted.title.ja }).waitFor();
    const id = new URL(page.url()).hash.split('/').at(-1)!;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `packets/${id}.pcapng` }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(`packets of ${id}`);
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'まとめて取り出す（zip）' }).click(),
    ]);
    expect(zip.suggestedFilename()).toBe(`sansou-evidence-${id}.zip`);
    expect(
      readFileSync(await zip.path())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\u0003\u0004');
  });

  test('a finding leads to what the topology says of it', async () => {
    await page.getByRole('link', { name: 'なぜこう判定されるか（構成定義での説明）' }).click();
    await page.locator('pre.explanation').waitFor();
    expect(await page.locator('pre.explanation').textContent()).toContain('結論');
  });

  test('two scans are compared', async () => {
    await goTo('比較');
    await page.locator('.counts').waitFor();
    expect(await page.locator('.counts li').first().textContent()).toMatch(/新規\s*2/);
  });

  test('what another program saves is on the page without anybody asking, also where no events come', async () => {
    const file = join(folder, 'watched.db');
    const history = openHistory(file);
    const save = (result: 'none-observed' | 'violation', finished: boolean): void => {
      const at = new Date().toISOString();
      const findings = result === 'violation' ? SAMPLE_REPORT.findings : [];
      history.saveRun({
        ...{ id: '20260615T000000000Z-0a5c', kind: 'watch', startedAt: at, endedAt: at, finished, evidence: null },
        report: { ...SAMPLE_REPORT, result, findings },
      });
    };
    const watched = await serve('--store', file);
    for (const events of [true, false]) {
      save('none-observed', false);
      await openPage(watched, async (next) => {
        if (!events) await next.route('**/api/events', (route) => route.fulfill({ status: 503, body: '{}' }));
      });
      await page.locator('.live.is-live').waitFor();
      await page.getByRole('heading', { level: 1, name: '観測範囲内で違反は検出されなかった' }).waitFor();
      save('violation', false);
      await page.getByRole('heading', { level: 1, name: '違反あり' }).waitFor();
      await page.locator('svg.zone-map .tag.violation').first().waitFor();
      save('violation', true);
      await page.locator('.live.is-ended').waitFor();
    }
    history.close();
    await openPage(url);
  });

  test('an upload that is too large is told before it is sent, and one that has begun can be cancelled', async () => {
    const small = await serve('--store', join(folder, 'history.db'), '--max-upload', '1');
    await openPage(small);
    await goTo('アップロード');
    const large = join(folder, 'large.pcap');
    writeFileSync(large, Buffer.alloc(2 * 1024 * 1024));
    await page.locator('input[type=file]').setInputFiles(large);
    await page.getByRole('alert').filter({ hasText: '受け付けられる 1.0 MB を超える' }).waitFor();
    expect(await page.getByRole('button', { name: 'アップロードして判定' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('alert').filter({ hasText: 'more than the 1.0 MB that are taken' }).waitFor();
    await page.getByRole('button', { name: '日本語' }).click();
    // by the API, so that it does not begin to be judged meanwhile
    await page.evaluate(async () => {
      const session = (await (await fetch('/api/session')).json()) as { csrf: string };
      await fetch('/api/uploads', { method: 'POST', headers: { 'x-sansou-csrf': session.csrf } });
    });
    await page.locator('.uploads').getByRole('button', { name: '取り消す' }).click();
    await page.locator('td.upload-cancelled').waitFor();
    await openPage(url);
  });

  test('a capture is uploaded, judged in the worker, and its result is a scan; one that is no capture says why', async () => {
    await goTo('アップロード');
    await page
      .locator('input[type=file]')
      .setInputFiles([join(root, 'captures/cp-mnlg.pcap'), join(root, 'captures/cp-mn.pcapng')]);
    await page.getByLabel('cp-mnlg.pcap の採取点').selectOption('CP-MNLG');
    await page.getByRole('button', { name: 'アップロードして判定' }).click();
    await page.getByRole('link', { name: '結果を見る' }).click();
    await page.getByRole('heading', { level: 1, name: /^アップロード/ }).waitFor();
    const files = await page
      .locator('table', { hasText: 'SHA-256' })
      .locator('tbody tr td:first-child')
      .allTextContents();
    expect(files.toSorted()).toEqual(['cp-mn.pcapng', 'cp-mnlg.pcap']);
    expect(await page.getByRole('link', { name: /^証拠を取り出す/ }).count()).toBe(1);
    await goTo('アップロード');
    const foreign = join(folder, 'letter.pcap');
    writeFileSync(foreign, 'this is no capture');
    await page.locator('input[type=file]').setInputFiles(foreign);
    await page.getByRole('button', { name: 'アップロードして判定' }).click();
    await page.locator('.uploads .problems').waitFor();
  });

  test('every page in both languages has no accessibility fault that axe finds, at desktop and tablet width', async () => {
    const pages = [
      'overview',
      'findings',
      `findings/${SAMPLE_REPORT.findings[0]!.id}`,
      'traffic',
      'conduits',
      'scans',
      'compare',
      'topology?address=10.10.16.55&responder=10.20.4.10',
      'upload',
    ];
    for (const [language, width] of [
      ['日本語', 1280],
      ['English', 820],
    ] as const) {
      await page.setViewportSize({ width, height: 1000 });
      await page.getByRole('button', { name: language }).click();
      for (const name of pages) {
        await page.goto(`${url}#/${name}`);
        await settled(name);
        // the words change with the language, not what they stand in
        if (language === '日本語' || name === 'overview' || name === 'traffic') {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect([name, language, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([
            name,
            language,
            [],
          ]);
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([name, language, overflow]).toEqual([name, language, 0]);
      }
    }
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('navigation').textContent()).toContain('Findings');
  });

  test('text of an attacker stays text: no markup, no control character, no bidi override on any page', async () => {
    const report = makeHostile(SAMPLE_REPORT, '', `<img src=x onerror=alert(1)>${HOSTILE_TEXT}`);
    const history = openHistory(join(folder, 'hostile.db'));
    const at = new Date().toISOString();
    const kept = join(folder, 'hostile');
    mkdirSync(join(kept, 'packets'), { recursive: true });
    // as hostile as a file system lets a name be
    for (const { id } of SAMPLE_REPORT.findings)
      writeFileSync(join(kept, 'packets', `${id} <b>\u202e\u0007\u200b.pcapng`), 'x');
    const { topology, captures } = report.inputs;
    const known = { timezone: 'Asia/Tokyo', sha256: SAMPLE_REPORT.inputs.topology.sha256 };
    for (const time of [Date.now() - 60_000, Date.now()]) {
      history.saveRun({
        ...{ id: nextRunId(time), kind: 'scan', startedAt: at, endedAt: at, finished: true, evidence: kept },
        report: {
          ...report,
          findings: report.findings.map((finding, index) => ({ ...finding, id: SAMPLE_REPORT.findings[index]!.id })),
          statistics: SAMPLE_REPORT.statistics,
          coverage: { ...report.coverage, conduits: SAMPLE_REPORT.coverage.conduits },
          inputs: { captures, topology: { ...topology, ...known } },
        },
      });
    }
    const [run] = history.runs();
    history.close();
    const hostile = await serve('--store', join(folder, 'hostile.db'));
    await openPage(hostile);
    const telling = [
      'overview',
      'findings',
      `findings/${SAMPLE_REPORT.findings[0]!.id}`,
      `scans/${run!.id}`,
      'compare',
    ];
    const others = ['findings?text=%3Cimg%3E%E2%80%AE', 'traffic?pair=%3Cimg%3E', 'conduits', 'scans', 'upload'];
    for (const name of [...telling, ...others, 'topology?address=%3Cimg%20src%3Dx%3E%E2%80%AE']) {
      await page.goto(`${hostile}#/${name}`);
      await settled(name);
      const seen = await page.evaluate(() => {
        const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes].map(({ value }) => value),
        );
        return {
          text: [document.body.textContent, ...attributes].join('\n'),
          images: document.images.length,
          scripts: document.scripts.length,
        };
      });
      expect([name, seen.images, seen.scripts]).toEqual([name, 0, 1]);
      if (telling.includes(name)) {
        expect([name, seen.text.includes('<img src=x onerror=alert(1)>')]).toEqual([name, true]);
        expect([name, seen.text.includes('\\u{202e}')]).toEqual([name, true]);
      }
      expect([name, FORBIDDEN.exec(seen.text)?.index]).toEqual([name, undefined]);
    }
  });

  test('with users: refused with a wrong password, in with the right one, and a viewer neither sees nor gets what is for operators', async () => {
    const users = join(folder, 'users');
    writeFileSync(users, `sato:viewer:${await hashPassword(PASSWORD)}\n`);
    await openPage(await serve('--store', join(folder, 'history.db'), '--users', users));
    await page.getByLabel('利用者名').fill('sato');
    await page.getByLabel('パスワード').fill('not this one');
    await page.getByRole('button', { name: 'ログイン' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('名前かパスワードが違う');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByLabel('パスワード').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '違反あり' }).waitFor();
    expect(await page.getByRole('navigation').textContent()).not.toContain('アップロード');
    const status = await page.evaluate(async () => (await fetch('/api/uploads')).status);
    expect(status).toBe(403);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.getByRole('button', { name: 'ログアウト' }).click();
    await page.getByLabel('利用者名').waitFor();
  });

  test('no page asked another server, broke the content security policy or threw', () => {
    expect(faults).toEqual([]);
  });
});
