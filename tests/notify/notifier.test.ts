import { createSocket } from 'node:dgram';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/base/failure.js';
import type { HistoryStore } from '../../src/model/history.js';
import type { Finding } from '../../src/model/report.js';
import { parseNotifySettings } from '../../src/notify/load-notify-settings.js';
import { Notifier } from '../../src/notify/notifier.js';
import { tryChannels } from '../../src/notify/try-channels.js';
import { openHistory } from '../../src/store/open-history.js';
import { SAMPLE_REPORT } from '../support/report.js';

let folder = '';
let store: HistoryStore;
let runs = 0;
const closing: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sansou-notify-'));
  store = openHistory(join(folder, 'history.db'), { gapsOf: () => [] });
  runs = 0;
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const [SMB, RDP] = SAMPLE_REPORT.findings as [Finding, Finding, ...Finding[]];
const NOON = Date.parse('2026-06-15T03:00:00Z');
const NIGHT = Date.parse('2026-06-15T15:00:00Z');

function save(findings: readonly Finding[]): void {
  runs += 1;
  const at = new Date(NOON + runs * 1000).toISOString();
  const last = `${1_781_600_000 + runs}.000000000`;
  const report = { ...SAMPLE_REPORT, findings, statistics: { ...SAMPLE_REPORT.statistics, last } };
  const run = { id: `r${runs}`, kind: 'scan', startedAt: at, endedAt: at, finished: true, evidence: null } as const;
  store.saveRun({ ...run, report });
}

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A webhook's other side. @param status what it answers; 0: nothing, ever */
async function hook(status: () => number): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      if (status() !== 0) response.writeHead(status()).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received };
}

const yaml = (channels: string, more = ''): string => `version: 1\nlanguage: ja\n${more}channels:\n${channels}`;
const webhook = (url: string): string =>
  `  - { name: hook, type: webhook, url: "${url}", secret: { env: HOOK }, timeoutSeconds: 1 }\n`;

function notifier(text: string, now: () => number): Notifier {
  const settings = parseNotifySettings(text, 'notify.yaml', { HOOK: 'key', PASSWORD: 'pw' });
  return new Notifier({ store, settings, log: () => undefined, now, random: () => 1 });
}

describe('a finding', () => {
  test('is told once when it appears and once when it is gone, signed', async () => {
    const { url, received } = await hook(() => 204);
    let now = NOON;
    const told = notifier(yaml(webhook(url)), () => now);
    for (const findings of [[SMB], [SMB], [], []]) {
      save(findings);
      await told.step();
      now += 61_000;
    }
    const bodies = received.map(({ body }) => JSON.parse(body) as { changes: { change: string }[]; text: string });
    expect(bodies.map(({ changes }) => changes.map(({ change }) => change))).toEqual([['appeared'], ['gone']]);
    expect(bodies[0]!.text).toContain('新規 違反（重大） A8-3-A-24');
    const { headers, body } = received[0]!;
    const signed = createHmac('sha256', 'key').update(`${headers['x-sansou-timestamp'] as string}.${body}`);
    expect(headers['x-sansou-signature']).toBe(`sha256=${signed.digest('hex')}`);
  });

  test('waits with others that follow soon, and a full hour holds all back', async () => {
    const { url, received } = await hook(() => 204);
    let now = NOON;
    const told = notifier(yaml(webhook(url), 'maxPerHour: 2\n'), () => now);
    const many = Array.from({ length: 200 }, (_, index) => ({ ...SMB, id: index.toString(16).padStart(16, '0') }));
    for (let count = 1; count <= 200; count += 20) {
      save(many.slice(0, count));
      await told.step();
      now += 30_000;
    }
    expect(received).toHaveLength(2);
    now += 3_600_000;
    await told.step();
    const { changes, omitted } = JSON.parse(received[2]!.body) as { changes: unknown[]; omitted: number };
    const before = received.slice(0, 2).map(({ body }) => JSON.parse(body) as { changes: unknown[]; omitted: number });
    const total = [...before, { changes, omitted }].reduce((sum, part) => sum + part.changes.length + part.omitted, 0);
    expect(total).toBe(181);
    expect(changes).toHaveLength(50);
  });

  test('of little weight waits for the morning while a grave one does not', async () => {
    const { url, received } = await hook(() => 204);
    let now = NIGHT;
    const quiet = 'quietHours: { from: "22:00", until: "07:00", below: high }\n';
    const told = notifier(yaml(webhook(url), quiet), () => now);
    save([{ ...RDP, severity: 'medium' }, SMB]);
    await told.step();
    now += 9 * 3_600_000;
    await told.step();
    await told.step();
    const ids = received.map(({ body }) => (JSON.parse(body) as { changes: { finding: Finding }[] }).changes);
    expect(ids.map((changes) => changes.map(({ finding }) => finding.id))).toEqual([[SMB.id], [RDP.id]]);
  });

  test('waits in the store while nobody takes it, over a restart, longer each time', async () => {
    let status = 500;
    const { url, received } = await hook(() => status);
    let now = NOON;
    save([SMB]);
    await notifier(yaml(webhook(url)), () => now).step();
    expect(store.outbox.nextDue('hook')).toBe(NOON + 2000);
    now += 2000;
    status = 0;
    await notifier(yaml(webhook(url)), () => now).step();
    expect(store.outbox.nextDue('hook')).toBe(now + 4000);
    expect(store.outbox.due('hook', now + 4000, 1)).toMatchObject([{ problem: 'it did not end within 1 seconds' }]);
    now += 4000;
    status = 200;
    await notifier(yaml(webhook(url)), () => now).step();
    expect(store.outbox.count('hook')).toBe(0);
    expect(new Set(received.map(({ headers }) => headers['x-sansou-id'])).size).toBe(1);
  });

  test('is in the digest once a day', async () => {
    const { url, received } = await hook(() => 204);
    let now = NOON;
    const told = notifier(yaml(webhook(url), 'digest: "08:00"\nverdicts: [blocked]\n'), () => now);
    save([SMB]);
    await told.step();
    await told.step();
    now += 86_400_000;
    await told.step();
    const digests = received.map(({ body }) => (JSON.parse(body) as { digest: object }).digest);
    expect(digests).toMatchObject([
      { day: '2026-06-15', runs: 1, open: { violation: 1 }, appeared: 1, result: 'violation' },
      { day: '2026-06-16', open: { violation: 1 } },
    ]);
  });
});

const HOSTILE: Finding = {
  ...SMB,
  title: { ja: 'x\r\nBcc: evil@example.com\r\n\r\nhi', en: 'x\r\nBcc: evil@example.com' },
  from: { ...SMB.from, zone: null, host: 'a"]\n<0>1 fake', address: '10.0.0.1\r\nRCPT TO:<evil@example.com>' },
};

describe('a name from a packet', () => {
  test('does not break out of syslog', async () => {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    closing.push(() => socket.close());
    const message = once(socket, 'message');
    const channel = `  - { name: log, type: syslog, host: 127.0.0.1, port: ${socket.address().port} }\n`;
    save([HOSTILE]);
    await notifier(yaml(channel), () => NOON).step();
    const text = String(((await message) as [Buffer])[0]);
    expect(text).toMatch(
      /^<130>1 2026-06-15T03:00:00\.000Z \S+ sansou \d+ appeared \[sansou@32473 notice="[0-9a-f-]{36}" /,
    );
    // eslint-disable-next-line no-control-regex -- controls are what must not be there
    expect(text).not.toMatch(/[\0-\x1f]/);
  });

  test('does not break out of mail', async () => {
    const mails: string[] = [];
    const server: TcpServer = createTcp((socket) => {
      let inData = false;
      let data = '';
      socket.on('error', () => undefined);
      socket.write('220 test ESMTP\r\n');
      socket.on('data', (chunk: Buffer) => {
        data += chunk.toString();
        if (inData) {
          if (!data.endsWith('\r\n.\r\n')) return;
          mails.push(data);
          inData = false;
          data = '';
          socket.write('250 taken\r\n');
          return;
        }
        const line = data;
        data = '';
        inData = line.startsWith('DATA');
        socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const channel = `  - { name: mail, type: email, host: 127.0.0.1, port: ${port}, security: none, from: s@example.jp, to: [a@example.jp] }\n`;
    save([HOSTILE]);
    await notifier(yaml(channel), () => NOON).step();
    expect(store.outbox.count('mail')).toBe(0);
    expect(mails).toHaveLength(1);
    const head = mails[0]!.split('\r\n\r\n')[0]!;
    expect(head).not.toMatch(/^bcc:/im);
    expect(head).toMatch(/^Subject: =\?UTF-8\?/im);
  });
});

describe('a command', () => {
  test('gets JSON without a shell, and is ended when it takes too long', async () => {
    const file = join(folder, 'out.json');
    const channels = [
      `  - { name: keep, type: command, run: [/usr/bin/tee, "${file}", "$(touch ${folder}/pwned)"] }\n`,
      '  - { name: slow, type: command, run: [/bin/sleep, "60"], timeoutSeconds: 1 }\n',
      '  - { name: none, type: command, run: [/no/such/program] }\n',
    ];
    const trials = await tryChannels(parseNotifySettings(yaml(channels.join('')), 'notify.yaml'), null);
    expect(trials.map(({ channel, problem }) => [channel, problem?.en ?? null])).toEqual([
      ['keep', expect.anything()],
      ['slow', 'it did not end within 1 seconds'],
      ['none', 'there is no such program'],
    ]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schema: 'sansou/notice/1', kind: 'test' });
  });
});

describe('the settings', () => {
  test('name every fault with its place', () => {
    const text = yaml(
      '  - { name: a, type: webhok, url: "ftp://x" }\n  - { name: h, type: webhook, url: "https://x/", secret: hunter2 }\n',
      'maxPerHuor: 3\nquietHours: { from: "25:00", until: "07:00" }\n',
    );
    let problems: readonly { code: string; line?: number; field?: string; message: { en: string } }[] = [];
    try {
      parseNotifySettings(text, 'notify.yaml');
    } catch (error) {
      problems = (error as Failure).problems;
    }
    const found = problems.map(({ line, field }) => [line, field]);
    expect(found).toContainEqual([3, 'maxPerHuor']);
    expect(found).toContainEqual([4, 'quietHours.from']);
    expect(found).toContainEqual([6, 'channels[0].type']);
    expect(found).toContainEqual([7, 'channels[1].secret']);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});
