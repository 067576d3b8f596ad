import { describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../src/base/failure.js';
import { BlindLog } from '../../src/watch/blind-log.js';
import { calendarOfCron } from '../../src/watch/calendar-of-cron.js';
import { captureArguments, findCaptureProgram } from '../../src/watch/capture-program.js';
import { causeOf, readCounts } from '../../src/watch/capture-run.js';
import { ClockWatch } from '../../src/watch/clock-watch.js';
import { Journal } from '../../src/watch/journal.js';
import { readLinkState } from '../../src/watch/link-state.js';
import { Ring } from '../../src/watch/ring.js';
import { SpoolFolder } from '../../src/watch/spool-folder.js';
import { systemdUnits } from '../../src/watch/systemd-units.js';
import { newFolder } from './watch-rig.js';

describe('the words of capture programs', () => {
  test('give counters, the latest ones', () => {
    expect(readCounts("Packets received/dropped on interface 'eth1': 150/3 (pcap:3/dumpcap:0)")).toEqual({
      received: 150,
      dropped: 3,
    });
    const tcpdump = `tcpdump: 1 packets captured, 2 packets received by filter, 0 packets dropped by kernel
tcpdump: 113 packets captured, 150 packets received by filter, 9 packets dropped by kernel`;
    expect(readCounts(tcpdump)).toEqual({ received: 150, dropped: 9 });
    expect(readCounts('Capturing on eth1')).toBeNull();
  });

  test.each([
    ['dumpcap: You do not have permission to capture on device "lo".', 'permission'],
    ["tcpdump: lo: You don't have permission to perform this capture on that device", 'permission'],
    ['dumpcap: There is no device named "nope0".', 'interface-gone'],
    ['tcpdump: nope0: No such device exists', 'interface-gone'],
    ['dumpcap: Device "a1" is not up.', 'link-down'],
    ['tcpdump: pcap_loop: The interface disappeared', 'interface-gone'],
    ['Not all the packets could be written to the file: No space left on device', 'disk-full'],
    ['Segmentation fault', 'program-died'],
  ])('%s: %s', (words, cause) => {
    expect(causeOf(words)).toBe(cause);
  });

  test('a program that is not there is a problem with advice', () => {
    expect(() => findCaptureProgram('no-such-program', '')).toThrow(Failure);
  });

  test('dumpcap is never asked for statistics, whose drops are its own unread buffer', () => {
    const setting = { interface: 'eth1', stem: '/s/1', fileSeconds: 1, fileBytes: 1e6, bufferMebibytes: 64 };
    expect(captureArguments({ kind: 'dumpcap', path: '' }, setting)).not.toContain('-S');
  });
});

test('what befell a watch is dated in the zone of the report', () => {
  const blind = new BlindLog();
  blind.note('CP-MN', 'unreadable', Date.parse('2026-06-14T16:05:00Z'));
  const [entry] = blind.entries(Date.parse('2026-06-14T17:00:00Z'), 'Asia/Tokyo');
  expect(entry?.message.ja).toContain('最後は2026-06-15 01:05:00から');
  expect(entry?.message.en).toContain('last from 2026-06-15 01:05:00)');
});

test('the newest file of a running program is not whole, and numbers are not text', () => {
  const spool = new SpoolFolder(newFolder(), 'CP-MN');
  for (const name of [
    '1000_99999_x.pcapng',
    '1000_99999_1.pcapng',
    '1000_100000_1.pcapng',
    '2000_00001_1.pcapng',
    'capture.pid',
  ])
    writeFileSync(join(spool.path, name), 'x');
  const names = (writing: string[]) => spool.list(writing).map(({ path }) => path.slice(spool.path.length + 1));
  expect(names([])).toEqual(['1000_99999_1.pcapng', '1000_100000_1.pcapng', '2000_00001_1.pcapng']);
  expect(names([join(spool.path, '1000')])).toEqual(['1000_99999_1.pcapng', '2000_00001_1.pcapng']);
});

test('the name of a capture point leads nowhere out of the spool', () => {
  const root = newFolder();
  expect(new SpoolFolder(root, '../../etc').path.startsWith(join(root, '..%2f'))).toBe(true);
  expect(new SpoolFolder(root, '..').path).toBe(join(root, '%..'));
});

test('a damaged journal is put aside and everything is read again', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'journal.json'), '{"ports":');
  const journal = new Journal(folder);
  expect([journal.wasDamaged, journal.portMark('CP-MN')]).toEqual([true, null]);
  journal.notePort('CP-MN', [5, 6]);
  journal.save();
  expect(new Journal(folder).portMark('CP-MN')).toEqual([5, 6]);
});

test('the ring keeps what is in no saved report, unless it would grow too large', () => {
  const spool = newFolder();
  const file = (name: string) => {
    writeFileSync(join(spool, name), 'x');
    return { point: 'CP-MN', path: join(spool, name), bytes: 10, modified: 0 };
  };
  const expired: string[] = [];
  const onExpired = (path: string): void => {
    expired.push(path);
  };
  const ring = new Ring({ spool, maximumBytes: 25, maximumAgeSeconds: 1, spareBytes: 0, onExpired });
  ring.add([file('a'), file('b')]);
  ring.expire(10_000, 0);
  expect(ring.bytes).toBe(20);
  ring.add([file('c')]);
  ring.expire(10_000, 0);
  expect(ring.bytes).toBe(20);
  ring.markSaved();
  // what waits for its evidence stays
  ring.pin(new Set([join(spool, 'b')]));
  ring.expire(10_000, 0);
  expect(ring.bytes).toBe(10);
  ring.pin(new Set());
  ring.expire(10_000, 0);
  expect([ring.bytes, expired]).toEqual([0, ['a', 'c', 'b'].map((name) => join(spool, name))]);
});

test('the link is what the system says', () => {
  const sys = newFolder();
  const set = (name: string, operstate: string, carrier: string) => {
    mkdirSync(join(sys, name), { recursive: true });
    writeFileSync(join(sys, name, 'operstate'), `${operstate}\n`);
    writeFileSync(join(sys, name, 'carrier'), `${carrier}\n`);
  };
  set('eth1', 'up', '1');
  set('eth2', 'down', '0');
  set('lo', 'unknown', '1');
  expect(['eth1', 'eth2', 'lo', 'eth9'].map((name) => readLinkState(name, sys))).toEqual(['up', 'down', 'up', 'gone']);
});

test('a clock that is set is noticed, one that is slewed is not', () => {
  let steady = 0;
  const clock = new ClockWatch(() => steady);
  expect(clock.look(1_000_000)).toBeNull();
  steady = 1000;
  expect(clock.look(1_001_300)).toBeNull();
  steady = 2000;
  expect(clock.look(1_062_300)).toBe(60_000);
  steady = 3000;
  expect(clock.look(1_033_300)).toBe(-30_000);
});

describe('a cron pattern as a calendar of systemd', () => {
  test.each([
    ['0 3 * * *', '*-*-* 3:0:00 Asia/Tokyo'],
    ['*/15 8-18 * * 1-5', 'Mon..Fri *-*-* 8..18:0/15:00 Asia/Tokyo'],
    ['30 1 1,15 * *', '*-*-1,15 1:30:00 Asia/Tokyo'],
    ['0 0 * */3 *', '*-1/3-* 0:0:00 Asia/Tokyo'],
    ['0 12 * * sun', 'Sun *-*-* 12:0:00 Asia/Tokyo'],
  ])('%s is %s', (pattern, calendar) => {
    expect(calendarOfCron(pattern, 'Asia/Tokyo')).toBe(calendar);
  });

  test.each(['0 3 1 * 1', '@daily', '0 3 * *', '0 3 L * *'])('%s cannot be said', (pattern) => {
    expect(() => calendarOfCron(pattern, 'Asia/Tokyo')).toThrow(Failure);
  });
});

test('the service has an own user, no new privileges and one capability', () => {
  const [service] = systemdUnits({
    command: ['/usr/bin/node', '/opt/my sansou/cli.js'],
    words: ['watch', '-t', '/etc/100%.yaml'],
    user: 'sansou',
    cron: null,
    timezone: 'Asia/Tokyo',
    captures: true,
    writes: [],
    stopSeconds: 120,
  });
  const lines = service?.text.split('\n') ?? [];
  expect(lines).toEqual(
    expect.arrayContaining([
      'User=sansou',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=CAP_NET_RAW',
      'ExecStart=/usr/bin/node "/opt/my sansou/cli.js" watch -t /etc/100%%.yaml',
    ]),
  );
});
