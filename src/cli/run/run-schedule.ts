import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXIT, Failure } from '../../base/failure.js';
import { loadTopology } from '../../topology/load.js';
import { escapeTerminal } from '../../report/escape.js';
import { systemdUnits, type Unit } from '../../watch/systemd-units.js';
import { parseCron } from '../../watch/timed-scans.js';
import { requireKnownPoints } from '../settings/capture-arguments.js';
import { bytesOption, secondsOption } from '../settings/quantity-option.js';
import { requireTopology } from '../settings/require-topology.js';
import { say, type Session } from '../session.js';
import { usageFailure } from '../usage.js';
import { parseFolder, parsePort, readRetention, type WatchCommandOptions } from '../settings/watch-settings.js';

export interface ScheduleCommandOptions extends WatchCommandOptions {
  readonly user: string;
  readonly volume?: string;
  /** true: to the usual place */
  readonly install?: string | true;
}

const UNITS = '/etc/systemd/system';
const STATE = '/var/lib/sansou';
/** seconds that judging and saving may take after the capture has ended */
const TO_THE_END = 120;

/** `sansou schedule`: the units on standard output, or where systemd finds them. */
export function runSchedule(session: Session, options: ScheduleCommandOptions): void {
  const { at, user } = options;
  const file = requireTopology(options.topology, 'sansou schedule -t /etc/sansou/city.yaml -i CP-MN=eth1');
  if (!/^[a-z_][a-z0-9_-]*$/.test(user))
    throw usageFailure({ ja: `--user に「${user}」は使えない`, en: `--user does not take "${user}"` });
  const ports = (options.interface ?? []).map(parsePort);
  const folders = (options.directory ?? []).map(parseFolder);
  if (ports.length + folders.length === 0 || (at !== undefined && ports.length === 0))
    throw usageFailure(
      {
        ja: '何を見張るかの指定（--interface、常時の見張りでは --directory も）がない',
        en: 'nothing to watch is named: --interface, or --directory where it watches all the time',
      },
      {
        ja: '例: -i CP-MN=eth1、-d CP-MN=/srv/captures/mn',
        en: 'for example -i CP-MN=eth1, -d CP-MN=/srv/captures/mn',
      },
    );
  const { topology } = loadTopology(file);
  requireKnownPoints(
    [...ports, ...folders].map(({ point }) => ({ point, path: '' })),
    topology,
  );
  if (at !== undefined) parseCron(at, topology.timezone);
  requireQuantities(options);
  const length = options.for ?? (options.volume === undefined ? '10m' : undefined);
  const evidence = options.evidence === undefined ? undefined : resolve(options.evidence);
  const spool = resolve(options.spool ?? join(STATE, 'spool'));
  const store = options.store === undefined ? undefined : resolve(options.store);
  const script = resolve(process.argv[1] ?? 'sansou');
  const units = systemdUnits({
    command: [process.execPath, script],
    words: [
      ...(at === undefined ? ['watch'] : ['scan', ...given('--for', length)]),
      ...['-t', resolve(file), '--spool', spool],
      ...ports.flatMap(({ point, interface: name }) => ['-i', `${point}=${name}`]),
      ...folders.flatMap(({ point, path }) => ['-d', `${point === null ? '' : `${point}=`}${resolve(path)}`]),
      ...given('--store', store),
      ...given('--notify', options.notify === undefined ? undefined : resolve(options.notify)),
      ...(at === undefined ? given('--metrics', options.metrics) : []),
      ...given('--capture-program', options.captureProgram),
      ...given('--file-seconds', options.fileSeconds),
      ...given('--ring-size', options.ringSize),
      ...given('--ring-age', options.ringAge),
      ...given('--evidence', evidence),
      ...given('--evidence-size', options.evidenceSize),
      ...flag('--full-packets', options.fullPackets),
      ...given('--keep-days', options.keepDays),
      ...given('--keep-bytes', options.keepBytes),
      ...(at === undefined ? watchWords(options) : given('--volume', options.volume)),
      ...given('--buffer', options.buffer),
      ...given('--silent-after', options.silentAfter),
      ...(options.dedup ? [] : ['--no-dedup']),
      ...['--log-level', 'info'],
    ],
    user,
    cron: at ?? null,
    timezone: topology.timezone,
    captures: ports.length > 0,
    writes: [
      spool,
      ...(store === undefined ? [] : [dirname(store)]),
      ...(evidence === undefined ? [] : [evidence]),
      ...(options.removeClean === true ? folders.map(({ path }) => resolve(path)) : []),
    ].filter((path) => path !== STATE && !path.startsWith(`${STATE}/`)),
    stopSeconds: (at === undefined || length === undefined ? 0 : secondsOption('--for', length)) + TO_THE_END,
  });
  if (options.install === undefined) {
    const folder = UNITS;
    session.stdout.write(units.map(({ name, text }) => `# ${join(folder, name)}\n${text}`).join('\n'));
    return;
  }
  install(session, units, options.install === true ? UNITS : options.install, at !== undefined, user);
}

function install(session: Session, units: readonly Unit[], folder: string, isTimer: boolean, user: string): void {
  const paths = units.map(({ name, text }) => {
    const path = join(folder, name);
    try {
      writeFileSync(path, text, { mode: 0o644 });
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      throw new Failure(EXIT.unusable, [
        {
          code: 'SCHEDULE-INSTALL',
          level: 'error',
          file: path,
          message: { ja: `ユニットを書き込めない: ${reason}`, en: `the unit cannot be written: ${reason}` },
          remedy: {
            ja: '管理者権限で実行するか、--install で別のフォルダを指定する',
            en: 'run it as root, or name another folder with --install',
          },
        },
      ]);
    }
    return path;
  });
  const verified = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  const words = verified.error === undefined ? verified.stderr.trim() : '';
  const unit = isTimer ? 'sansou-scan.timer' : 'sansou-watch.service';
  session.stdout.write(
    [
      ...paths,
      ...(verified.error === undefined
        ? words === ''
          ? [say(session, { ja: 'systemd-analyze verify: 問題なし', en: 'systemd-analyze verify: nothing to object' })]
          : [escapeTerminal(words)]
        : [
            say(session, {
              ja: 'systemd-analyze がないため、検査していない',
              en: 'not verified: there is no systemd-analyze',
            }),
          ]),
      say(session, {
        ja: `次に: useradd --system --home ${STATE} ${user}（まだなければ）; systemctl daemon-reload; systemctl enable --now ${unit}`,
        en: `next: useradd --system --home ${STATE} ${user} (if there is none); systemctl daemon-reload; systemctl enable --now ${unit}`,
      }),
      '',
    ].join('\n'),
  );
}

/** What only a watch knows. */
function watchWords({ reportEvery, run, settle, removeClean }: ScheduleCommandOptions): string[] {
  return [
    ...given('--report-every', reportEvery),
    ...given('--run', run),
    ...given('--settle', settle),
    ...flag('--remove-clean', removeClean),
  ];
}

/** What the unit passes on is refused now, not at three in the morning. @throws Failure (exit 64) */
function requireQuantities(options: ScheduleCommandOptions): void {
  readRetention(options);
  for (const [option, text] of [
    ['--report-every', options.reportEvery],
    ['--settle', options.settle],
    ['--run', options.run === 'day' ? undefined : options.run],
    ['--ring-age', options.ringAge],
    ['--silent-after', options.silentAfter],
  ] as const)
    if (text !== undefined) secondsOption(option, text, option === '--run' ? 60 : 1);
  for (const [option, text] of [
    ['--volume', options.volume],
    ['--ring-size', options.ringSize],
    ['--evidence-size', options.evidenceSize],
  ] as const)
    if (text !== undefined) bytesOption(option, text);
}

function flag(option: string, isGiven: boolean | undefined): string[] {
  return isGiven === true ? [option] : [];
}

function given(option: string, value: string | undefined): string[] {
  return value === undefined ? [] : [option, value];
}
