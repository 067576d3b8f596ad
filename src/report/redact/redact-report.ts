import { maskPersonalNumbers } from '../../base/personal-number.js';
import { AREAS } from '../../model/place.js';
import type { ScanReport } from '../../model/report.js';
import { NameRegister, NO_FURTHER_NAMES, type FurtherNames } from './name-register.js';
import { Pseudonyms } from './pseudonyms.js';
import { TextScrubber } from './scrub-text.js';

export interface Redaction {
  /** the same salt gives the same pseudonyms, in every report */
  readonly salt: Uint8Array;
  readonly further?: FurtherNames;
}

/** What a string of the report is, and so what becomes of it. */
type Treatment = (text: string, at: readonly string[]) => string;

/**
 * The report with pseudonyms for addresses, MAC addresses and names, for readers outside the body. Every string of the
 * document passes through here; one in a field that this file does not know becomes a pseudonym, so that a field that is
 * added later cannot give anything away.
 */
export function redactReport(report: ScanReport, { salt, further = NO_FURTHER_NAMES }: Redaction): ScanReport {
  const pseudonyms = new Pseudonyms(salt);
  const register = new NameRegister(pseudonyms);
  register.learn(report, further);
  const scrubber = new TextScrubber(pseudonyms, register.names);
  const treat = createTreatment(pseudonyms, register, scrubber);
  const redacted = mapStrings(report, [], treat, (key) => scrubber.scrub(key)) as ScanReport;
  return { ...redacted, redacted: true, redactionKey: pseudonyms.keyName };
}

/** The name of a file as it stands in a report that this salt redacts. */
export function redactFileName(file: string, salt: Uint8Array): string {
  return new NameRegister(new Pseudonyms(salt)).ofFile(file);
}

const keep: Treatment = (text) => text;

/** Fields that hold a code of the program, a number as text, a time or a digest. */
const CODES: ReadonlySet<string> = new Set([
  ...['schema', 'result', 'clause', 'verdict', 'severity', 'outcome', 'zone', 'effect', 'level', 'failed', 'check'],
  ...['rule', 'related', 'code', 'status', 'state', 'kind', 'protocol', 'initiator', 'areas', 'inventory', 'tagging'],
  ...[
    'mirror',
    'realm',
    'role',
    'first',
    'last',
    'start',
    'time',
    'sha256',
    'rules',
    'version',
    'model',
    'timezone',
    'vlan',
  ],
  ...['vlans', 'format', 'linkTypes', 'tcpFlags', 'ports', 'until', 'date', 'validUntil', 'below', 'field'],
  // the proof and the traffic by day
  ...['caughtAs', 'twin', 'silentRules', 'area', 'day', 'clauses'],
]);

/** Texts that are the same in every report. */
const CATALOGUE: ReadonlySet<string> = new Set([
  'title',
  'limits',
  'remedy',
  'words',
  'otherEvidence',
  'why',
  'statements',
]);

/** Texts that were made for this report. */
const TEXTS: ReadonlySet<string> = new Set([
  'summary',
  'message',
  'reasons',
  'coverageChanges',
  'boundary',
  'subjects',
]);

const KINDS: Readonly<Record<string, string>> = {
  host: 'host',
  gateway: 'gateway',
  via: 'gateway',
  point: 'point',
  points: 'point',
  conduit: 'conduit',
  nearest: 'conduit',
  organization: 'body',
  names: 'name',
};

const ADDRESSES: ReadonlySet<string> = new Set([
  'address',
  'source',
  'destination',
  'ip',
  'prefix',
  'ipv6',
  'prefixes',
]);
const MACS: ReadonlySet<string> = new Set(['mac', 'sourceMac', 'destinationMac']);

/** Roles that have a meaning to the program (docs/topology-file.md); others are free words. */
const ROLES: ReadonlySet<string> = new Set([
  ...['terminal', 'server', 'mail', 'proxy', 'resolver', 'vdi', 'printer', 'boundary', 'sanitizer', 'handover'],
  ...['security-cloud-router', 'lgwan-router', 'juki-router', 'govcloud-router', 'breakout'],
]);

/** Indicators whose value is a word of the program. */
const CODED_INDICATORS: ReadonlySet<string> = new Set(['first-bytes', 'rdp-security', 'opaque']);

function createTreatment(pseudonyms: Pseudonyms, register: NameRegister, scrubber: TextScrubber): Treatment {
  const addressOr =
    (kind: string): Treatment =>
    (text) =>
      pseudonyms.address(text) ?? register.of(kind, text);
  const treatments: Readonly<Record<string, Treatment>> = {
    file: (text) => register.ofFile(text),
    id: (text, at) => (at.includes('conduits') ? register.of('conduit', text) : pseudonyms.fingerprint(text)),
    title: (text) => register.of('title', text),
    name: (text, at) => {
      const parent = at.at(-2);
      if (parent === 'service' || parent === 'tool') return text;
      return register.of(parent === 'segments' ? 'segment' : parent === 'points' ? 'point' : 'gateway', text);
    },
    members: (text) => {
      const [name = '', zone] = text.split('/');
      const isArea = AREAS.some((area) => area === text);
      const member = isArea ? text : pseudonyms.address(text);
      return member ?? `${register.of('host', name)}${zone === undefined ? '' : `/${zone}`}`;
    },
    roles: (text) => (ROLES.has(text) ? text : register.of('role', text)),
    appProtocol: (text) => (/^[a-z0-9+-]{1,16}$/.test(text) ? text : register.of('protocol', text)),
    from: keepAreaOrDate(register),
    to: keepAreaOrDate(register),
    value: (text) => valueOf(text, pseudonyms) ?? register.of('value', text),
    entry: (text) => register.of('entry', text),
    redactionKey: keep,
  };
  return (text, at) => {
    const field = at.at(-1) ?? '';
    const isText = field === 'ja' || field === 'en';
    const name = isText ? (at.at(-2) ?? '') : field;
    // what a comparison says of a finding that is gone stands among its limits
    if (isText)
      return CATALOGUE.has(name) && at[0] !== 'comparison' ? scrubber.scrubCatalogue(text) : scrubber.scrub(text);
    if (TEXTS.has(name)) return scrubber.scrub(text);
    if (CODES.has(name)) return text;
    if (ADDRESSES.has(name)) return addressOr('address')(text, at);
    if (MACS.has(name)) return pseudonyms.mac(text);
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind !== undefined) return register.of(kind, text);
    const treatment = Object.hasOwn(treatments, name) ? treatments[name] : undefined;
    return treatment === undefined ? register.of('text', text) : treatment(text, at);
  };
}

/** A number, an address, an address with a port; `undefined` for anything else. */
function valueOf(text: string, pseudonyms: Pseudonyms): string | undefined {
  if (/^[-\d,% ]*(?:\.\d+)?$/.test(text)) return maskPersonalNumbers(text);
  const [, host = '', port = ''] = /^(.*?)(:\d{1,5})?$/s.exec(text) ?? [];
  const alone = pseudonyms.address(text);
  if (alone !== undefined) return alone;
  const bracketed = /^\[(.*)\]$/s.exec(host)?.[1];
  const address = pseudonyms.address(bracketed ?? host);
  if (address === undefined) return undefined;
  return bracketed === undefined ? address + port : `[${address}]${port}`;
}

/** A matrix cell is from area to area, a period from day to day. */
function keepAreaOrDate(register: NameRegister): Treatment {
  return (text) => {
    const isPlain = AREAS.some((area) => area === text) || /^\d{4}-\d{2}-\d{2}$/.test(text);
    return isPlain ? text : register.of('text', text);
  };
}

/** A copy in which every string is treated by the field that it stands in; keys of free dictionaries, too. */
function mapStrings(
  value: unknown,
  at: readonly string[],
  treat: Treatment,
  treatKey: (key: string) => string,
): unknown {
  if (typeof value === 'string') return value === '' ? '' : treat(value, at);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, at, treat, treatKey));
  const isDictionary = at[0] === 'statistics' && at.length === 2;
  const isCodedIndicator = at.at(-1) === 'indicators' && CODED_INDICATORS.has((value as { field: string }).field);
  if (isCodedIndicator) return { ...value };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      isDictionary ? treatKey(key) : key,
      mapStrings(inner, [...at, key], treat, treatKey),
    ]),
  );
}
