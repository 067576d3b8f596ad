import { formatAddress, parseAddress } from '../../base/address.js';
import { EXIT, Failure } from '../../base/failure.js';
import type { Text } from '../../base/text.js';
import { REALMS, ZONES, type Realm, type Zone } from '../../model/place.js';
import { AREA_NAMES } from '../area-names.js';
import { decodeSpreadsheetText } from './decode-spreadsheet-text.js';
import { ProblemLog } from '../read/problem-log.js';
import { readCsv, type CsvRecord } from './read-csv.js';
import { normalizeMac } from '../resolve/resolve-address.js';
import { nearestWord } from '../read/nearest-word.js';

/** One line of an inventory. */
export interface ImportedHost {
  readonly name: string;
  readonly zone: Zone | Realm;
  readonly ip: readonly string[];
  readonly mac: readonly string[];
  readonly roles: readonly string[];
}

type Column = 'name' | 'zone' | 'ip' | 'mac' | 'roles';

/** Headings that inventories use, without spaces and in lower case. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'host', 'hostname', '名前', '名称', '機器名', 'ホスト名'],
  zone: ['zone', 'area', '領域', '系', 'ネットワーク'],
  ip: ['ip', 'address', 'ipaddress', 'ipアドレス', 'アドレス'],
  mac: ['mac', 'macaddress', 'macアドレス'],
  roles: ['roles', 'role', '役割', '用途'],
};

/**
 * Reads hosts from CSV: a header line with name, zone, ip, mac, roles (or the Japanese words); several values in one
 * field are separated by spaces or semicolons. UTF-8, UTF-16 with a byte order mark, or Shift_JIS.
 * @throws Failure (exit 3) with every error, each with its line
 */
export function importHosts(bytes: Uint8Array, file: string): readonly ImportedHost[] {
  const log = new ProblemLog(file);
  const text = decodeSpreadsheetText(bytes);
  const hosts = text === undefined ? undefined : readHosts(readCsv(text), log);
  if (hosts === undefined && !log.hasErrors) {
    complain(log, 1, 'UTF-8 でも Shift_JIS でもない', 'this is neither UTF-8 nor Shift_JIS', {
      ja: 'CSV UTF-8 で保存する',
      en: 'save it as CSV UTF-8',
    });
  }
  if (hosts === undefined || log.hasErrors) throw new Failure(EXIT.unusable, log.sorted());
  return hosts;
}

function complain(log: ProblemLog, line: number, ja: string, en: string, remedy?: Text, field?: Column): void {
  log.addAt(
    { line, column: 1 },
    {
      path: field === undefined ? [] : [field],
      code: 'HOSTS-CSV',
      message: { ja, en },
      ...(remedy === undefined ? {} : { remedy }),
    },
  );
}

function readHosts(records: readonly CsvRecord[], log: ProblemLog): readonly ImportedHost[] | undefined {
  const [header, ...rows] = records;
  if (header === undefined) {
    complain(log, 1, 'ファイルが空である', 'the file is empty');
    return undefined;
  }
  const columns = readHeader(header, log);
  if (columns === undefined) return undefined;
  const names = new Map<string, number>();
  const addresses = new Map<string, number>();
  return rows.map((row) => readHost(row, columns, { names, addresses }, log));
}

function readHeader(header: CsvRecord, log: ProblemLog): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  header.fields.forEach((heading, index) => {
    const word = heading.toLowerCase().replaceAll(/[\s_-]/g, '');
    const column = (Object.keys(HEADINGS) as Column[]).find((name) => HEADINGS[name].includes(word));
    if (column === undefined && word !== '') {
      const near = nearestWord(word, Object.keys(HEADINGS));
      complain(log, header.line, `知らない列 ${heading}`, `unknown column ${heading}`, {
        ja: near === undefined ? '列は name, zone, ip, mac, roles' : `${near} のことか`,
        en: near === undefined ? 'the columns are name, zone, ip, mac, roles' : `did you mean ${near}?`,
      });
    } else if (column !== undefined && columns.has(column)) {
      complain(log, header.line, `列 ${heading} が二つある`, `the column ${heading} is there twice`);
    } else if (column !== undefined) columns.set(column, index);
  });
  for (const column of ['name', 'zone'] as const) {
    if (columns.has(column)) continue;
    complain(log, header.line, `列 ${column} がない`, `the column ${column} is missing`, {
      ja: '先頭の行に name,zone,ip,mac,roles と書く',
      en: 'begin with a line name,zone,ip,mac,roles',
    });
  }
  return log.hasErrors ? undefined : columns;
}

interface Seen {
  readonly names: Map<string, number>;
  readonly addresses: Map<string, number>;
}

function readHost(row: CsvRecord, columns: ReadonlyMap<Column, number>, seen: Seen, log: ProblemLog): ImportedHost {
  const { line } = row;
  const cell = (column: Column): string => row.fields[columns.get(column) ?? -1]?.trim() ?? '';
  const listOf = (column: Column): readonly string[] =>
    cell(column)
      .split(/[\s,;；、]+/)
      .filter((item) => item !== '');
  if (row.unclosed) complain(log, line, '引用符 " が閉じていない', 'a quote " is not closed');

  const name = cell('name');
  if (name === '' || /[\s/]/.test(name)) {
    complain(
      log,
      line,
      `名前「${name}」は使えない`,
      `the name "${name}" cannot be used`,
      { ja: '空白と / を含まない名前にする', en: 'use a name without spaces and /' },
      'name',
    );
  }
  claim(seen.names, name, row, log, 'name');

  const zone = zoneOf(cell('zone'));
  if (zone === undefined) {
    const near = nearestWord(cell('zone'), [...ZONES, ...REALMS]);
    complain(
      log,
      line,
      `領域「${cell('zone')}」は知られていない`,
      `the zone "${cell('zone')}" is not known`,
      {
        ja: near === undefined ? `使えるのは ${[...ZONES, ...REALMS].join('、')}` : `${near} のことか`,
        en: near === undefined ? `allowed: ${[...ZONES, ...REALMS].join(', ')}` : `did you mean ${near}?`,
      },
      'zone',
    );
  }

  const ip = listOf('ip').flatMap((text) => {
    const address = parseAddress(text);
    if (address === undefined) {
      complain(log, line, `「${text}」は IP アドレスではない`, `"${text}" is not an IP address`, undefined, 'ip');
      return [];
    }
    const formatted = formatAddress(address);
    claim(seen.addresses, formatted, row, log, 'ip');
    return [formatted];
  });
  const mac = listOf('mac').flatMap((text) => {
    const found =
      /^([0-9a-f]{2})[:-]?([0-9a-f]{2})[:.-]?([0-9a-f]{2})[:-]?([0-9a-f]{2})[:.-]?([0-9a-f]{2})[:-]?([0-9a-f]{2})$/i.exec(
        text,
      );
    if (found !== null) return [normalizeMac(found.slice(1).join(':'))];
    complain(log, line, `「${text}」は MAC アドレスではない`, `"${text}" is not a MAC address`, undefined, 'mac');
    return [];
  });
  return { name, zone: zone ?? 'internet', ip, mac, roles: listOf('roles') };
}

function claim(seen: Map<string, number>, value: string, row: CsvRecord, log: ProblemLog, field: Column): void {
  const before = seen.get(value);
  if (before === undefined) seen.set(value, row.line);
  else if (value !== '')
    complain(
      log,
      row.line,
      `${value} は ${before} 行目にもある`,
      `${value} is on line ${before} too`,
      undefined,
      field,
    );
}

function zoneOf(text: string): Zone | Realm | undefined {
  const word = text.toLowerCase();
  return [...ZONES, ...REALMS].find((area) => area === word || AREA_NAMES[area].ja === text);
}

/** The hosts as the `hosts` part of a topology file. */
export function formatHosts(hosts: readonly ImportedHost[]): string {
  const lines = hosts.map((host) => {
    const fields = [`name: ${scalar(host.name)}`, `zone: ${host.zone}`];
    if (host.ip.length > 0) fields.push(`ip: [${host.ip.map(scalar).join(', ')}]`);
    if (host.mac.length > 0) fields.push(`mac: [${host.mac.map(scalar).join(', ')}]`);
    if (host.roles.length > 0) fields.push(`roles: [${host.roles.map(scalar).join(', ')}]`);
    return `  - { ${fields.join(', ')} }\n`;
  });
  return lines.length === 0 ? 'hosts: []\n' : `hosts:\n${lines.join('')}`;
}

/** Plain where YAML cannot take it for anything else, quoted as JSON (which YAML reads) otherwise. */
function scalar(text: string): string {
  const isWord = /^[A-Za-z][\w.-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  const isIpv4 = /^\d+\.\d+\.\d+\.\d+$/.test(text);
  return isWord || isIpv4 ? text : JSON.stringify(text);
}
