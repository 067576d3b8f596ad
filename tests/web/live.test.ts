import { afterEach, describe, expect, test } from '@jest/globals';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { LIMITS } from '../../src/base/limits.js';
import { nextRunId } from '../../src/store/next-run-id.js';
import { openHistory } from '../../src/store/open-history.js';
import type { LiveTopic } from '../../src/web/api.js';
import { LiveBus, type LiveListener } from '../../src/web/live/live-bus.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { Office } from './office.js';

class Page implements LiveListener {
  readonly heard: string[] = [];
  readonly name: string;
  readonly topics: ReadonlySet<LiveTopic>;
  welcome = true;
  constructor(name: string, topics: readonly LiveTopic[] = ['history']) {
    this.name = name;
    this.topics = new Set(topics);
  }
  readonly isWelcome = (): boolean => this.welcome;
  readonly tell = (topic: LiveTopic): void => void this.heard.push(topic);
  readonly greet = (): void => void this.heard.push('greeting');
  readonly end = (): void => void this.heard.push('end');
}

describe('the word that something has changed', () => {
  let stamp = 'a';
  let looks = 0;
  const faults: unknown[] = [];
  const open = (everyMilliseconds = 1_000_000_000): LiveBus =>
    new LiveBus({
      stamp: () => {
        looks++;
        if (stamp === 'fault') throw new Error('locked');
        return stamp;
      },
      everyMilliseconds,
      onFault: (error) => void faults.push(error),
    });

  test('is told once to each page, and the history is not looked at while nobody listens', () => {
    looks = 0;
    const bus = open();
    bus.note('history');
    expect(looks).toBe(0);
    const [one, other] = [new Page('sato'), new Page('tanaka', ['history', 'uploads'])];
    const leave = bus.listen(one);
    bus.listen(other);
    bus.round();
    expect([one.heard, other.heard]).toEqual([['greeting'], ['greeting']]);
    stamp = 'b';
    bus.round();
    bus.round();
    expect(one.heard.filter((word) => word === 'history')).toHaveLength(1);
    bus.note('uploads');
    bus.note('uploads');
    bus.round();
    expect(one.heard).not.toContain('uploads');
    expect(other.heard.filter((word) => word === 'uploads')).toHaveLength(1);
    leave?.();
    stamp = 'c';
    bus.round();
    expect(one.heard.filter((word) => word === 'history')).toHaveLength(1);
    bus.close();
    expect(other.heard.at(-1)).toBe('end');
    expect([bus.listeners, bus.listen(one)]).toEqual([0, null]);
  });

  test('goes to so many pages of one name and so many in all, and a place that is left is free again', () => {
    const bus = open();
    const leaves = Array.from({ length: LIMITS.liveListenersPerUser }, () => bus.listen(new Page('sato')));
    expect(leaves).not.toContain(null);
    expect(bus.listen(new Page('sato'))).toBeNull();
    for (let number = bus.listeners; number < LIMITS.liveListeners; number++) {
      expect(bus.listen(new Page(`user ${number}`))).not.toBeNull();
    }
    expect(bus.listen(new Page('one more'))).toBeNull();
    leaves[0]?.();
    expect(bus.listen(new Page('one more'))).not.toBeNull();
    bus.close();
  });

  test('goes no more to who may not any more, and a history that cannot be read is no change', () => {
    const bus = open();
    const [stays, goes] = [new Page('sato'), new Page('tanaka')];
    bus.listen(stays);
    bus.listen(goes);
    goes.welcome = false;
    stamp = 'fault';
    bus.round();
    expect(goes.heard).toEqual(['end']);
    expect(stays.heard).not.toContain('history');
    expect(faults).not.toEqual([]);
    expect(bus.listeners).toBe(1);
    bus.close();
  });
});

describe('the stream of events', () => {
  let office: Office;
  const open = new Set<IncomingMessage>();
  afterEach(async () => {
    for (const answer of open) answer.destroy();
    open.clear();
    await office.close();
  });

  async function connect(headers: Record<string, string> = {}): Promise<IncomingMessage> {
    if (!office.app.server.listening) await office.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = office.app.server.address() as AddressInfo;
    const request = get({ port, host: '127.0.0.1', path: '/api/events', headers: { host: 'localhost', ...headers } });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.setEncoding('utf8').on('error', () => undefined);
    open.add(answer);
    return answer;
  }

  async function until(answer: IncomingMessage, wanted: string): Promise<string> {
    let text = '';
    for await (const chunk of answer.iterator({ destroyOnReturn: false })) {
      text += String(chunk);
      if (text.includes(wanted)) return text;
    }
    return `${text}(ended)`;
  }

  test('tells what another process has saved, and nothing of what it was', async () => {
    office = await Office.open();
    const answer = await connect();
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(await until(answer, '\n\n')).toBe('retry: 5000\n\n');
    const other = openHistory(join(office.folder, 'history.db'));
    const at = new Date().toISOString();
    other.saveRun({
      ...{ id: nextRunId(), kind: 'watch', startedAt: at, endedAt: at, finished: false, evidence: null },
      report: SAMPLE_REPORT,
    });
    other.close();
    office.live.round();
    expect(await until(answer, 'history')).toBe('event: history\ndata: 1\n\n:\n\n');
  });

  test('ends with the session, which it does not keep alive, and when the server ends', async () => {
    let now = Date.now();
    office = await Office.open({ users: true, now: () => now });
    const answer = await connect(await office.logIn('sato'));
    await until(answer, 'retry');
    now += 29 * 60_000;
    office.live.round();
    expect(office.live.listeners).toBe(1);
    now += 2 * 60_000;
    office.live.round();
    expect(await until(answer, 'never')).toContain('(ended)');
    const later = await connect(await office.logIn('sato'));
    await until(later, 'retry');
    const ended = until(later, 'never');
    await office.app.close();
    expect(await ended).toContain('(ended)');
  });

  test('is refused in both languages where there is no place, and a page that went away leaves its own', async () => {
    office = await Office.open();
    const pages: IncomingMessage[] = [];
    for (let page = 0; page < LIMITS.liveListenersPerUser; page++) pages.push(await connect());
    const refused = await connect();
    expect(refused.statusCode).toBe(503);
    const body = await until(refused, ']}');
    expect(body).toContain('too many pages are open');
    expect(body).toContain('画面が多すぎる');
    pages[0]!.destroy();
    // a round finds nothing to do; the place is free as soon as the server sees the connection closed
    while (office.live.listeners === LIMITS.liveListenersPerUser) await new Promise(setImmediate);
    expect((await connect()).statusCode).toBe(200);
  });

  test('tells uploads to operators only', async () => {
    office = await Office.open({ users: true });
    const [viewer, operator] = [await connect(await office.logIn('sato')), await connect(await office.logIn('tanaka'))];
    await until(viewer, 'retry');
    await until(operator, 'retry');
    office.uploads.begin('tanaka');
    office.live.round();
    expect(await until(operator, 'data')).toContain('event: uploads');
    const other = openHistory(join(office.folder, 'history.db'));
    other.prune({ maxAgeDays: null, maxBytes: null });
    other.saveRun({
      ...{ id: nextRunId(), kind: 'scan', startedAt: '2026-01-01T00:00:00.000Z', endedAt: '2026-01-01T00:00:00.000Z' },
      ...{ finished: true, evidence: null, report: SAMPLE_REPORT },
    });
    other.close();
    office.live.round();
    expect(await until(viewer, 'data')).not.toContain('uploads');
  });
});
