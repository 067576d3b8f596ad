import type { CreateProbe } from '../../../src/inspect/content/create-probe.js';
import { bytes } from '../rdp/rdp-bytes.js';

/** Messages of MS-SMB2 section 2.2, built from their fields. */
export const le = (value: number | bigint, size: number): number[] =>
  Array.from({ length: size }, (_, index) => Number((BigInt(value) >> BigInt(8 * index)) & 0xffn));

export interface Header {
  id: number;
  status?: number;
  related?: boolean;
  tree?: number;
}

function message(command: number, isResponse: boolean, header: Header, body: Uint8Array): Uint8Array {
  const flags = (isResponse ? 1 : 0) | (header.related === true ? 4 : 0);
  const status = le(header.status ?? 0, 4);
  const start = bytes([0xfe], 'SMB', le(64, 2), le(0, 2), status, le(command, 2), le(1, 2), le(flags, 4), le(0, 4));
  return bytes(start, le(header.id, 8), le(0, 4), le(header.tree ?? 1, 4), le(7, 8), new Uint8Array(16), body);
}

/** One session message with one SMB message or several compounded ones, each aligned to eight bytes. */
export function session(...messages: Uint8Array[]): Uint8Array {
  const aligned = messages.map((one, index) => {
    if (index === messages.length - 1) return one;
    const padded = bytes(one, new Uint8Array((8 - (one.length % 8)) % 8));
    padded.set(le(padded.length, 4), 20);
    return padded;
  });
  const body = bytes(...aligned);
  return bytes(0, le(body.length, 3).reverse(), body);
}

const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

export const FILE_BEFORE = -1;
const fileId = (file: number): number[] =>
  file === FILE_BEFORE ? new Array<number>(16).fill(255) : [...le(file, 8), ...le(1, 8)];

export const negotiated = (revision: number): Uint8Array =>
  message(0, true, { id: 0 }, bytes(le(65, 2), le(1, 2), le(revision, 2), new Uint8Array(58)));
export const connectTree = (header: Header, path: string): Uint8Array =>
  message(3, false, header, bytes(le(9, 2), le(0, 2), le(72, 2), le(path.length * 2, 2), wide(path)));
export const treeConnected = (header: Header, type: number): Uint8Array =>
  message(3, true, header, bytes(le(16, 2), le(type, 2), new Uint8Array(12)));
export const create = (header: Header, path: string): Uint8Array =>
  message(
    5,
    false,
    header,
    bytes(le(57, 2), new Uint8Array(42), le(120, 2), le(path.length * 2, 2), le(0, 8), wide(path), 0, 0),
  );
export const created = (header: Header, file: number, action: number, size: number): Uint8Array =>
  message(
    5,
    true,
    header,
    bytes(le(89, 2), 0, 0, le(action, 4), new Uint8Array(40), le(size, 8), le(0, 8), fileId(file), le(0, 8)),
  );
export const close = (header: Header, file: number): Uint8Array =>
  message(6, false, header, bytes(le(24, 2), le(0, 6), fileId(file)));
export const closed = (header: Header): Uint8Array => message(6, true, header, bytes(le(60, 2), new Uint8Array(58)));
export const read = (header: Header, file: number, offset: number, length: number): Uint8Array =>
  message(8, false, header, bytes(le(49, 2), 0, 0, le(length, 4), le(offset, 8), fileId(file), new Uint8Array(17)));
export const wasRead = (header: Header, content: Uint8Array): Uint8Array =>
  message(8, true, header, bytes(le(17, 2), 80, 0, le(content.length, 4), le(0, 8), content));
export const write = (header: Header, file: number, offset: number, content: Uint8Array): Uint8Array =>
  message(
    9,
    false,
    header,
    bytes(le(49, 2), le(112, 2), le(content.length, 4), le(offset, 8), fileId(file), new Uint8Array(16), content),
  );
export const written = (header: Header): Uint8Array => message(9, true, header, bytes(le(17, 2), new Uint8Array(14)));
export const refused = (command: number, header: Header): Uint8Array =>
  message(command, true, { ...header, status: 0xc0000034 }, bytes(le(9, 2), new Uint8Array(7)));
export const encrypted = (): Uint8Array => bytes([0xfd], 'SMB', new Uint8Array(80).fill(5));

/** A probe that shows the bytes it was fed as `sha256`, so that tests can compare them. */
export const plainProbe: CreateProbe = () => {
  let fed = '';
  let complete = true;
  return {
    feed: (part) => {
      fed += Buffer.from(part).toString('hex');
    },
    skip: () => {
      complete = false;
    },
    finish: () => ({ size: fed.length / 2, sha256: complete ? fed : null, kind: null, active: [], complete }),
  };
};
