import { parseAddress } from '../../base/address.js';
import { LIMITS } from '../../base/limits.js';
import { APP_PROTOCOLS } from '../../model/facts.js';
import { OUTCOMES } from '../../model/flow.js';

/** Says what is wrong with a value, by its path; null: nothing. A file of flows is a stranger's text. */
export type Shape = (value: unknown, path: string) => string | null;

const TEXT_LENGTH = 8192;

export const text: Shape = (value, path) =>
  typeof value === 'string' && value.length <= TEXT_LENGTH ? null : `${path}: not a text`;
export const flag: Shape = (value, path) => (typeof value === 'boolean' ? null : `${path}: not true or false`);
export const count: Shape = (value, path) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? null : `${path}: not a whole number`;
export const number: Shape = (value, path) => (Number.isFinite(value) ? null : `${path}: not a number`);
export const epoch: Shape = (value, path) =>
  typeof value === 'string' && /^-?\d{1,18}\.\d{9}$/.test(value) ? null : `${path}: not seconds with nine decimals`;
export const address: Shape = (value, path) =>
  typeof value === 'string' && parseAddress(value) !== undefined ? null : `${path}: not an IP address`;
const vlan: Shape = (value, path) =>
  typeof value === 'string' && /^\d{1,4}(\.\d{1,4})?$/.test(value) ? null : `${path}: not a VLAN`;
const mac: Shape = (value, path) =>
  typeof value === 'string' && /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(value) ? null : `${path}: not a MAC address`;

export function oneOf(...words: readonly string[]): Shape {
  return (value, path) => (words.some((word) => word === value) ? null : `${path}: not one of ${words.join(' ')}`);
}

export function maybe(shape: Shape): Shape {
  return (value, path) => (value === null ? null : shape(value, path));
}

function optional(shape: Shape): Shape {
  return (value, path) => (value === undefined ? null : shape(value, path));
}

export function listOf(shape: Shape, most: number = LIMITS.trackedSeconds * 2): Shape {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > most) return `${path}: not a list, or too long`;
    for (const [index, item] of value.entries()) {
      const wrong = shape(item, `${path}[${index}]`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

/** exactly two, [a→b, b→a] */
export function both(shape: Shape): Shape {
  return (value, path) =>
    Array.isArray(value) && value.length === 2 ? listOf(shape)(value, path) : `${path}: not a pair`;
}

/** every field must be there; others may be, too */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path}: not an object`;
    for (const [name, shape] of Object.entries(shapes)) {
      const inside = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      const wrong = shape(inside, path === '' ? name : `${path}.${name}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

const end = fields({ address, port: count });
const frame = fields({ file: count, frame: count });

/** The flow record of the contract and our own fields (src/report/flows/flow-json.ts). */
export const FLOW_SHAPE = fields({
  layer: count,
  tunnel: maybe(text),
  proto: count,
  a: end,
  b: end,
  packets: both(count),
  bytes: both(count),
  first: epoch,
  last: epoch,
  initiator: oneOf('a', 'b', 'unknown'),
  initiatorBasis: oneOf('syn', 'syn-ack', 'service-port', 'first-seen', 'icmp-request', 'none'),
  outcome: oneOf(...OUTCOMES),
  vlans: both(listOf(vlan)),
  tcp: maybe(fields({ flags: both(text), retransmitted: both(count), gapBytes: count })),
  fragments: count,
  duplicates: count,
  id: count,
  outer: maybe(count),
  payload: both(flag),
  outcomeReasons: listOf(text),
  routed: flag,
  errorsOnly: flag,
  mirrorTransport: flag,
  // records of older versions lack these
  ttls: optional(both(maybe(count))),
  translation: optional(fields({ group: count, rank: number, reversed: flag })),
  frames: listOf(
    fields({ file: count, frame: count, role: oneOf('first-a-to-b', 'first-b-to-a', 'deciding', 'content') }),
  ),
});

export const HOPS_SHAPE = both(
  listOf(fields({ point: maybe(text), vlan: maybe(vlan), sourceMac: maybe(mac), destinationMac: maybe(mac) })),
);

export const REJECTION_SHAPE = fields({
  icmp: maybe(fields({ sender: address, type: count, code: count })),
  resetTtl: maybe(count),
  usualTtl: maybe(count),
  farTtl: (value, path) => (value === undefined ? null : maybe(count)(value, path)),
});

export const TRACK_SHAPE = fields({
  seconds: listOf(number),
  bytes: both(listOf(count)),
  segments: both(listOf(fields({ digest: number, time: number }))),
  isCut: flag,
});

const protocol = maybe(oneOf(...APP_PROTOCOLS));
const active = listOf(text);

/** src/model/facts.ts */
export const FACTS_SHAPE = fields({
  protocol,
  unrecognised: flag,
  inner: protocol,
  carried: (value, path) => (value === undefined ? null : maybe(fields({ protocol, at: frame }))(value, path)),
  client: maybe(oneOf('a', 'b')),
  names: listOf(
    fields({
      source: oneOf('connect', 'absolute-uri', 'host', 'sni', 'quic-sni', 'certificate', 'socks', 'http2'),
      name: text,
      port: maybe(count),
      answer: oneOf('accepted', 'refused', 'auth', 'none'),
      status: maybe(count),
      ech: flag,
      at: frame,
    }),
  ),
  tls: maybe(
    fields({
      version: maybe(text),
      sni: maybe(text),
      ech: flag,
      alpn: listOf(text),
      answered: flag,
      established: flag,
      certificateNames: listOf(text),
      alert: maybe(text),
    }),
  ),
  rdp: maybe(
    fields({
      requestedProtocols: maybe(count),
      selectedProtocol: maybe(count),
      failure: maybe(count),
      channels: listOf(fields({ name: text, id: maybe(count), joined: flag, used: flag })),
      channelsKnown: flag,
      at: frame,
    }),
  ),
  smb: maybe(fields({ dialect: maybe(text), encrypted: flag, pipes: listOf(text) })),
  mails: listOf(
    fields({
      transport: oneOf('smtp', 'pop3', 'imap'),
      sender: oneOf('client', 'server'),
      messageId: maybe(text),
      parts: listOf(
        fields({
          path: text,
          type: text,
          disposition: maybe(oneOf('inline', 'attachment')),
          fileName: maybe(text),
          size: count,
          sha256: maybe(text),
          kind: maybe(text),
          active,
          encodedText: flag,
        }),
      ),
      complete: flag,
      accepted: maybe(flag),
      report: flag,
      at: frame,
    }),
  ),
  files: listOf(
    fields({
      transport: oneOf('http', 'ftp', 'smb'),
      sender: oneOf('client', 'server'),
      name: maybe(text),
      mediaType: maybe(text),
      size: count,
      sha256: maybe(text),
      kind: maybe(text),
      active,
      complete: flag,
      at: frame,
    }),
  ),
  dns: listOf(fields({ name: text, type: text, rcode: maybe(text), addresses: listOf(text), count, at: frame })),
  opaque: maybe(oneOf('tls', 'starttls', 'quic', 'ssh', 'smb-encryption', 'rdp-security', 'unknown-encoding')),
  shortfalls: listOf(
    oneOf('snap-length', 'gap', 'from-the-middle', 'limit', 'undecodable', 'tunnel-unread', 'one-sided'),
  ),
  firstBytes: both(maybe(frame)),
});

const span = { packets: count, first: maybe(epoch), last: maybe(epoch) };

/** src/model/flow-record.ts */
export const RUN_SHAPE = fields({
  schema: oneOf('sansou/flows/1'),
  tool: fields({ name: text, version: text, rules: text }),
  topology: fields({ file: text, sha256: text }),
  network: text,
  content: text,
  dedup: flag,
  flows: count,
  unattributed: count,
  captures: listOf(
    fields({
      file: text,
      point: maybe(text),
      sha256: maybe(text),
      bytes: count,
      ...span,
      complete: flag,
      format: text,
      linkTypes: listOf(text),
      problems: listOf(
        fields({ code: text, level: oneOf('error', 'warning'), message: fields({ ja: text, en: text }) }),
      ),
    }),
    LIMITS.files,
  ),
  statistics: fields({ ...span, bytes: count, flows: count, duplicates: count, interrupted: flag }),
  quality: listOf(
    fields({
      check: text,
      point: maybe(text),
      value: () => null,
      effect: oneOf('none', 'note', 'undetermined'),
      message: fields({ ja: text, en: text }),
    }),
    LIMITS.files,
  ),
  points: listOf(
    fields({ point: maybe(text), declared: flag, files: count, ...span, vlans: listOf(vlan) }),
    LIMITS.files,
  ),
  sightings: listOf(
    fields({
      kind: text,
      point: maybe(text),
      vlan: maybe(count),
      area: maybe(text),
      mac: maybe(mac),
      address: maybe(text),
      peer: maybe(text),
      detail: maybe(text),
      count,
      first: epoch,
      last: epoch,
      frames: listOf(frame),
    }),
    LIMITS.sightings,
  ),
});
