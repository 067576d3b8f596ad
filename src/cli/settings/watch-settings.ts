import { statSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Failure, type Problem } from '../../base/failure.js';
import type { Retention } from '../../model/history.js';
import { loadTopology } from '../../topology/load.js';
import { findCaptureProgram } from '../../watch/capture-program.js';
import { readLinkState } from '../../watch/link-state.js';
import { unknownInterface } from '../../watch/port-failure.js';
import type { WatchOptions } from '../../watch/watch-options.js';
import { requireKnownPoints } from './capture-arguments.js';
import { logTopologyWarnings } from '../output/log-topology-warnings.js';
import { numberOption } from './number-option.js';
import type { SharedOptions } from './options.js';
import { bytesOption, secondsOption } from './quantity-option.js';
import { requireTopology } from './require-topology.js';
import type { Session } from '../session.js';
import { usageFailure } from '../usage.js';

/** Options of `scan`, `watch` and `schedule`. */
export interface WatchedOptions extends SharedOptions {
  readonly topology?: string;
  readonly interface?: readonly string[];
  readonly store?: string;
  readonly notify?: string;
  readonly metrics?: string;
  readonly spool?: string;
  readonly captureProgram?: string;
  readonly fileSeconds?: string;
  readonly ringSize?: string;
  readonly ringAge?: string;
  readonly evidence?: string;
  readonly evidenceSize?: string;
  readonly fullPackets?: boolean;
  readonly keepDays?: string;
  readonly keepBytes?: string;
  readonly buffer?: string;
  readonly silentAfter?: string;
  /** false with `--no-dedup` */
  readonly dedup: boolean;
}

/** Options of `sansou scan`. */
export interface ScanCommandOptions extends WatchedOptions {
  readonly for?: string;
  readonly volume?: string;
  readonly format: string;
  readonly output?: string;
}

/** Options of `sansou watch`. */
export interface WatchCommandOptions extends WatchedOptions {
  readonly directory?: readonly string[];
  readonly removeClean?: boolean;
  readonly settle?: string;
  readonly reportEvery?: string;
  readonly run?: string;
  readonly once?: boolean;
  readonly at?: string;
  readonly for?: string;
}

export type WatchSettings = Omit<WatchOptions, 'kind' | 'until' | 'history' | 'newRunId' | 'log'>;

const MEBIBYTE = 2 ** 20;

/**
 * @param fileSeconds of one capture file where the user names none
 * @throws Failure (64: the command line, 3: the topology, a point, an interface, the capture program)
 */
export function readWatchSettings(
  session: Session,
  options: WatchedOptions & Partial<WatchCommandOptions>,
  fileSeconds: number,
): WatchSettings {
  const topologyFile = requireTopology(options.topology, 'sansou watch -t city.yaml -i CP-MN=eth1');
  const ports = (options.interface ?? []).map(parsePort);
  const folders = (options.directory ?? []).map(parseFolder);
  if (ports.length === 0 && folders.length === 0)
    throw usageFailure(
      { ja: '何を見張るかの指定がない', en: 'nothing to watch is named' },
      {
        ja: '--interface 採取点=インターフェース（watch では --directory も）を指定する',
        en: 'name --interface POINT=NAME (or, for watch, --directory DIR)',
      },
    );
  requireOnce(ports);
  const quantities = {
    fileSeconds: numberOption('--file-seconds', options.fileSeconds ?? `${fileSeconds}`, 1, 3600),
    ringBytes: bytesOption('--ring-size', options.ringSize ?? '4G'),
    ringAgeSeconds: secondsOption('--ring-age', options.ringAge ?? '1h'),
    evidenceBytes: bytesOption('--evidence-size', options.evidenceSize ?? '4G'),
    bufferMebibytes: numberOption('--buffer', options.buffer ?? '64', 1, 2048),
    silentSeconds: secondsOption('--silent-after', options.silentAfter ?? '60s'),
    settleMilliseconds: secondsOption('--settle', options.settle ?? '2s') * 1000,
    reportSeconds: secondsOption('--report-every', options.reportEvery ?? '60s'),
    runLength:
      options.run === undefined || options.run === 'day' ? ('day' as const) : secondsOption('--run', options.run, 60),
  };
  const spool = options.spool ?? 'sansou-spool';
  const { topology, warnings } = loadTopology(topologyFile);
  requireKnownPoints(
    [...ports, ...folders].map(({ point }) => ({ point, path: '' })),
    topology,
  );
  logTopologyWarnings(session, warnings);
  const problems: Problem[] = [
    ...ports.filter((port) => readLinkState(port.interface) === 'gone').map((port) => unknownInterface(port.interface)),
    ...folders.filter(({ path }) => !isFolder(path)).map(({ path }) => missingFolder(path)),
  ];
  if (problems.length > 0) throw new Failure(EXIT.unusable, problems);
  return {
    topology,
    topologyWarnings: warnings,
    ports,
    folders,
    spool,
    evidence: options.evidence ?? join(spool, 'evidence'),
    fullPackets: options.fullPackets ?? false,
    retention: readRetention(options),
    program: ports.length === 0 ? null : findCaptureProgram(options.captureProgram, session.env.PATH),
    dedup: options.dedup,
    fileBytes: 64 * MEBIBYTE,
    spareBytes: 64 * MEBIBYTE,
    removeClean: options.removeClean ?? false,
    ...(options.once === true ? { untilRead: true } : {}),
    ...quantities,
  };
}

/** @throws Failure (exit 64) */
export function readRetention({ keepDays, keepBytes }: WatchedOptions): Retention | null {
  if (keepDays === undefined && keepBytes === undefined) return null;
  return {
    maxAgeDays: keepDays === undefined ? null : numberOption('--keep-days', keepDays, 1, 36_500),
    maxBytes: keepBytes === undefined ? null : bytesOption('--keep-bytes', keepBytes),
  };
}

export function parsePort(text: string): { point: string; interface: string } {
  const [, point, name] = /^([^=]+)=([^=/\s]+)$/.exec(text) ?? [];
  if (point !== undefined && name !== undefined) return { point, interface: name };
  throw usageFailure(
    { ja: `--interface の「${text}」は使えない`, en: `--interface does not take "${text}"` },
    { ja: '採取点=インターフェース の形で書く（例: CP-MN=eth1）', en: 'write POINT=INTERFACE, for example CP-MN=eth1' },
  );
}

export function parseFolder(text: string): { point: string | null; path: string } {
  const equals = text.indexOf('=');
  if (equals <= 0 || isFolder(text)) return { point: null, path: text };
  return { point: text.slice(0, equals), path: text.slice(equals + 1) };
}

function requireOnce(ports: readonly { readonly point: string; readonly interface: string }[]): void {
  const seen = new Set<string>();
  for (const port of ports)
    for (const word of [port.point, port.interface]) {
      if (seen.has(word))
        throw usageFailure({
          ja: `--interface に「${word}」が2度指定された`,
          en: `--interface names "${word}" twice`,
        });
      seen.add(word);
    }
}

function missingFolder(path: string): Problem {
  return {
    code: 'DIRECTORY-MISSING',
    level: 'error',
    file: path,
    message: { ja: '見張るフォルダがない', en: 'the directory to be watched is not there' },
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
