import { parseAddress, parsePrefix } from '../../base/address.js';
import { localTime } from '../../base/time.js';
import type { CapturePoint, Model } from '../../model/topology.js';
import type { ProblemLog } from '../read/problem-log.js';
import { resolveAreas, type ResolvedAreas } from './resolve-areas.js';
import { resolveCapturePoints } from './resolve-capture-points.js';
import { resolveConduits, type ResolvedConduit } from './resolve-conduits.js';
import { resolveHosts, type ResolvedHosts } from './resolve-hosts.js';
import { itemsOf, valuesOf, type List, type TopologyFile } from './topology-file.js';

/** A topology whose every value has been understood: what lint looks at and what the tables are built from. */
export interface Draft {
  readonly file: TopologyFile;
  readonly organization: string;
  readonly model: Model;
  readonly timezone: string;
  readonly areas: ResolvedAreas;
  readonly hosts: ResolvedHosts;
  readonly conduits: readonly ResolvedConduit[];
  readonly capturePoints: readonly CapturePoint[];
  readonly sensors: readonly string[];
  readonly collectors: readonly string[];
  readonly badList: readonly string[];
}

/** Turns what was written into numbers and checked references; everything doubtful goes to the log. */
export function resolveTopology(file: TopologyFile, log: ProblemLog): Draft {
  const timezone = file.timezone ?? 'Asia/Tokyo';
  if (!isKnownTimezone(timezone)) {
    log.add({
      path: ['timezone'],
      message: { ja: `時間帯 ${timezone} は知られていない`, en: `the time zone ${timezone} is not known` },
      remedy: { ja: 'Asia/Tokyo のような IANA の名前を書く', en: 'write an IANA name such as Asia/Tokyo' },
    });
  }
  const areas = resolveAreas(file, log);
  const hosts = resolveHosts(file, areas.ranges, log);
  const conduits = resolveConduits(file, hosts, log);
  const capturePoints = resolveCapturePoints(file, areas, log);
  checkEndpoints(file.sensors, 'sensors', hosts, log);
  checkEndpoints(file.collectors, 'collectors', hosts, log);
  checkBadList(file.badList, log);
  return {
    file,
    organization: file.organization ?? '',
    model: file.model ?? 'alpha',
    timezone,
    areas,
    hosts,
    conduits,
    capturePoints,
    sensors: valuesOf(file.sensors),
    collectors: valuesOf(file.collectors),
    badList: valuesOf(file.badList),
  };
}

function isKnownTimezone(name: string): boolean {
  try {
    localTime(0n, name);
    return true;
  } catch {
    return false;
  }
}

/** Sensors and collectors are named hosts, addresses or prefixes. */
function checkEndpoints(list: List<string> | undefined, field: string, hosts: ResolvedHosts, log: ProblemLog): void {
  for (const [index, text] of itemsOf(list)) {
    if (parseAddress(text) !== undefined || parsePrefix(text) !== undefined) continue;
    if ([...hosts.hosts, ...hosts.gateways].some((known) => known.name === text)) continue;
    log.add({
      path: [field, index],
      message: { ja: `「${text}」は機器名でもアドレスでもない`, en: `"${text}" is neither a host name nor an address` },
      remedy: {
        ja: '登録した機器名、アドレス、プレフィックスのいずれかを書く',
        en: 'write a registered host, an address or a prefix',
      },
    });
  }
}

const NAME_OR_SUFFIX = /^(?:\*\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?$/u;
/** four numbers and dots, or a part of such, were meant to be an address */
const ALL_NUMBERS = /^[\d.]+$/;

function checkBadList(list: List<string> | undefined, log: ProblemLog): void {
  for (const [index, text] of itemsOf(list)) {
    if (parseAddress(text) !== undefined || parsePrefix(text) !== undefined) continue;
    if (NAME_OR_SUFFIX.test(text) && !ALL_NUMBERS.test(text)) continue;
    log.add({
      path: ['badList', index],
      message: {
        ja: `「${text}」はアドレスでもドメイン名でもない`,
        en: `"${text}" is neither an address nor a domain name`,
      },
      remedy: {
        ja: 'アドレス、プレフィックス、ドメイン名（*.example.com も可）のいずれかを書く',
        en: 'write an address, a prefix or a domain name (*.example.com is one, too)',
      },
    });
  }
}
