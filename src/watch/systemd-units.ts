import { calendarOfCron } from './calendar-of-cron.js';

export interface UnitSetting {
  /** absolute paths: of Node and of the command's script */
  readonly command: readonly string[];
  /** `scan` or `watch` with its options, paths absolute */
  readonly words: readonly string[];
  readonly user: string;
  /** null: a service that runs all the time */
  readonly cron: string | null;
  readonly timezone: string;
  /** an interface is captured from: the capture program needs to open it */
  readonly captures: boolean;
  /** folders that are written besides the state directory */
  readonly writes: readonly string[];
  /** longest time that ending takes, seconds */
  readonly stopSeconds: number;
}

export interface Unit {
  readonly name: string;
  readonly text: string;
}

/** The units that run sansou unattended, hardened (systemd.exec(5)); `systemd-analyze security` looks at the same list. */
export function systemdUnits(setting: UnitSetting): Unit[] {
  const name = setting.cron === null ? 'sansou-watch' : 'sansou-scan';
  const service = {
    name: `${name}.service`,
    text: [
      '[Unit]',
      `Description=sansou: separation of the three networks (${setting.cron === null ? 'watch' : 'scheduled scan'})`,
      'After=network.target',
      // a configuration that cannot work is not tried again and again
      ...(setting.cron === null ? ['StartLimitIntervalSec=10min', 'StartLimitBurst=5'] : []),
      '',
      '[Service]',
      ...(setting.cron === null
        ? ['Type=simple', 'Restart=on-failure', 'RestartSec=5', 'RestartPreventExitStatus=3 64']
        : ['Type=oneshot']),
      // 1 and 2 are verdicts, not faults
      'SuccessExitStatus=1 2',
      `ExecStart=${[...setting.command, ...setting.words].map(quote).join(' ')}`,
      `User=${setting.user}`,
      `Group=${setting.user}`,
      'StateDirectory=sansou',
      'StateDirectoryMode=0750',
      'WorkingDirectory=/var/lib/sansou',
      'UMask=0027',
      // SIGTERM goes to sansou alone, which ends its capture programs itself; what remains is killed with it
      'KillMode=mixed',
      `TimeoutStopSec=${setting.stopSeconds}`,
      '',
      '# what the capture program needs to open an interface; nothing else',
      setting.captures ? 'AmbientCapabilities=CAP_NET_RAW' : 'AmbientCapabilities=',
      setting.captures ? 'CapabilityBoundingSet=CAP_NET_RAW' : 'CapabilityBoundingSet=',
      ...HARDENING,
      ...(setting.writes.length > 0 ? [`ReadWritePaths=${setting.writes.map(quote).join(' ')}`] : []),
      ...(setting.cron === null ? ['', '[Install]', 'WantedBy=multi-user.target'] : []),
      '',
    ].join('\n'),
  };
  if (setting.cron === null) return [service];
  const timer = {
    name: `${name}.timer`,
    text: [
      '[Unit]',
      'Description=sansou: when the scheduled scan runs',
      '',
      '[Timer]',
      `OnCalendar=${calendarOfCron(setting.cron, setting.timezone)}`,
      // a run that was missed while the machine was off is made up; one that still runs is not started a second time
      'Persistent=true',
      'AccuracySec=1s',
      `Unit=${service.name}`,
      '',
      '[Install]',
      'WantedBy=timers.target',
      '',
    ].join('\n'),
  };
  return [service, timer];
}

const HARDENING = [
  'NoNewPrivileges=yes',
  'ProtectSystem=strict',
  'ProtectHome=read-only',
  'PrivateTmp=yes',
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectKernelLogs=yes',
  'ProtectControlGroups=yes',
  'ProtectClock=yes',
  'ProtectHostname=yes',
  'ProtectProc=invisible',
  'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_PACKET AF_NETLINK',
  'RestrictNamespaces=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'RemoveIPC=yes',
  'LockPersonality=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=@system-service',
  'SystemCallErrorNumber=EPERM',
];

/** systemd.syntax(7): quotes around words with blanks; `%` and `$` mean something to it */
function quote(word: string): string {
  const plain = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /[\s"'\\;]/.test(plain) ? `"${plain.replace(/["\\]/g, '\\$&')}"` : plain;
}
