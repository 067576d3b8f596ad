import { createHmac, hkdfSync } from 'node:crypto';
import {
  formatAddress,
  parseAddress,
  parsePrefix,
  prefixContains,
  type Address,
  type Prefix,
} from '../../base/address.js';
import { PrefixPreserving, type KeptBlock } from './prefix-preserving.js';

/** Blocks whose meaning a reader needs: private, shared, link-local and special addresses stay what they are. */
const KEPT_V4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'];
const KEPT_V4_MORE = ['192.168.0.0/16', '224.0.0.0/3'];
const KEPT_V6 = ['::/8', 'fc00::/7', 'fe80::/10', 'ff00::/8'];

/** Loopback, "this network", multicast, broadcast: they name nobody. */
const NOBODY = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '224.0.0.0/3',
  '::/127',
  'ff00::/112',
  'ff01::/112',
  'ff02::/112',
  'ff05::/112',
];

/** Solicited-node multicast (RFC 4291 section 2.7.1): the last 24 bits are those of somebody's address. */
const SOLICITED = prefixOf('ff02::1:ff00:0/104');
/** An IPv4 address inside an IPv6 one: mapped (RFC 4291 section 2.5.5.2), NAT64 (RFC 6052 section 2.1). */
const EMBEDDING = ['::ffff:0:0/96', '64:ff9b::/96'].map(prefixOf);

const nobody = NOBODY.map(prefixOf);

/**
 * Names for a redacted report: the same original gives the same pseudonym under the same salt, and without the salt
 * nobody gets back. Addresses keep their common prefixes, so that segments stay visible.
 */
export class Pseudonyms {
  readonly #nameKey: Buffer;
  readonly #v4: PrefixPreserving;
  readonly #v6: PrefixPreserving;
  readonly #addresses = new Map<string, string>();

  constructor(salt: Uint8Array) {
    const derive = (purpose: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', salt, '', `sansou redaction 1: ${purpose}`, length));
    this.#nameKey = derive('names', 32);
    this.#v4 = new PrefixPreserving(derive('IPv4', 32), [...KEPT_V4, ...KEPT_V4_MORE].map(blockOf));
    this.#v6 = new PrefixPreserving(derive('IPv6', 32), KEPT_V6.map(blockOf));
  }

  /** Names the salt without giving it away. */
  get keyName(): string {
    return this.#digest('key', '', 16);
  }

  /** `host-5f0c3a91`; @param kind what the name is about @param digits hexadecimal digits */
  name(kind: string, original: string, digits = 8): string {
    // without the kind: one name in two places stays one name
    return `${kind}-${this.#digest('name', original, digits)}`;
  }

  /** A fingerprint is a digest of addresses, which can be guessed: it needs the salt, too. */
  fingerprint(id: string): string {
    return this.#digest('fingerprint', id, 32);
  }

  /** An address or a prefix; `undefined` for a text that is neither. */
  address(text: string): string | undefined {
    const known = this.#addresses.get(text);
    if (known !== undefined) return known;
    const address = parseAddress(text);
    const prefix = address === undefined ? parsePrefix(text) : undefined;
    let pseudonym: string;
    if (address !== undefined) pseudonym = formatAddress(this.#permute(address));
    else if (prefix !== undefined) pseudonym = this.#prefix(prefix);
    else return undefined;
    this.#addresses.set(text, pseudonym);
    return pseudonym;
  }

  /** A locally administered address in the notation of the original; group addresses of protocols stay. */
  mac(text: string): string {
    const hex = text.replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
    if (hex.length !== 12 || /^(?:f{12}|0{12}|0180c2|01000c|00005e0001|00005e0002)/.test(hex)) return text;
    const digest = this.#digest('mac', hex, 12);
    // the group bit stays, and with it the block that multicast IP maps to (RFC 1112 section 6.4, RFC 2464 section 7)
    const group = /^(?:01005e|3333)/.exec(hex)?.[0];
    const first = (parseInt(digest.slice(0, 2), 16) & 0xfc) | 0x02 | (parseInt(hex.slice(0, 2), 16) & 0x01);
    const pseudonym =
      group === undefined ? first.toString(16).padStart(2, '0') + digest.slice(2) : group + digest.slice(group.length);
    let position = 0;
    return text.replace(/[0-9A-Fa-f]/g, () => pseudonym.charAt(position++));
  }

  #digest(purpose: string, text: string, digits: number): string {
    return createHmac('sha256', this.#nameKey).update(`${purpose}\0${text}`).digest('hex').slice(0, digits);
  }

  #permute(address: Address): Address {
    if (nobody.some((prefix) => prefixContains(prefix, address))) return address;
    if (address.family === 4) return fromBytes(this.#v4.permute(toBytes(address)));
    if (EMBEDDING.some((prefix) => prefixContains(prefix, address))) {
      const { w0 } = this.#permute({ family: 4, w0: address.w3, w1: 0, w2: 0, w3: 0 });
      return { ...address, w3: w0 };
    }
    return fromBytes(this.#v6.permute(toBytes(address), prefixContains(SOLICITED, address) ? 104 : 0));
  }

  /** The pseudonym of the network, host bits cleared: it holds the pseudonyms of the addresses in it. */
  #prefix({ address, length }: Prefix): string {
    const bytes = toBytes(this.#permute(address));
    for (let bit = length; bit < bytes.length * 8; bit++) {
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) & ~(0x80 >>> (bit & 7));
    }
    return `${formatAddress(fromBytes(bytes))}/${length}`;
  }
}

function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is no prefix`);
  return prefix;
}

function blockOf(text: string): KeptBlock {
  const { address, length } = prefixOf(text);
  return { bytes: toBytes(address), length };
}

function toBytes({ family, w0, w1, w2, w3 }: Address): Uint8Array {
  const words = family === 4 ? [w0] : [w0, w1, w2, w3];
  return Uint8Array.from(words.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]));
}

function fromBytes(bytes: Uint8Array): Address {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length === 4) return { family: 4, w0: view.getUint32(0), w1: 0, w2: 0, w3: 0 };
  return { family: 6, w0: view.getUint32(0), w1: view.getUint32(4), w2: view.getUint32(8), w3: view.getUint32(12) };
}
