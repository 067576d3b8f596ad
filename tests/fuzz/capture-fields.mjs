/**
 * Where the length fields, block and record headers of a capture are: mutations that hit them reach farther than blind
 * ones. Written for the fuzzer alone and forgiving: what cannot be followed ends the list.
 * @typedef {{ at: number, size: 1 | 2 | 4, little: boolean }} Field
 * @typedef {{ fields: Field[], parts: { from: number, to: number }[] }} Anatomy parts: records or blocks
 */

const PCAP_MAGICS = new Set([0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34]);
/** enough for mutations; a capture has many records that are alike */
const PARTS = 4000;

/** @returns {Anatomy} */
export function findFields(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24) return { fields: [], parts: [] };
  if (view.getUint32(0) === 0x0a0d0d0a) return findPcapngFields(view);
  if (PCAP_MAGICS.has(view.getUint32(0))) return findPcapFields(view, false);
  if (PCAP_MAGICS.has(view.getUint32(0, true))) return findPcapFields(view, true);
  if (view.getUint16(0) === 0x1f8b) return { fields: gzipFields(view), parts: [] };
  return { fields: [], parts: [] };
}

function findPcapFields(view, little) {
  const fields = [4, 6].map((at) => ({ at, size: 2, little }));
  fields.push(...[0, 16, 20].map((at) => ({ at, size: 4, little })));
  const parts = [];
  const headerBytes = view.getUint32(0, little) === 0xa1b2cd34 ? 24 : 16;
  for (let at = 24; at + headerBytes <= view.byteLength && parts.length < PARTS;) {
    const to = at + headerBytes + view.getUint32(at + 8, little);
    for (const offset of [0, 4, 8, 12]) fields.push({ at: at + offset, size: 4, little });
    if (to > view.byteLength) break;
    fields.push(...frameFields(view, at + headerBytes, to));
    parts.push({ from: at, to });
    at = to;
  }
  return { fields, parts };
}

function findPcapngFields(view) {
  const fields = [];
  const parts = [];
  let little = false;
  for (let at = 0; at + 12 <= view.byteLength && parts.length < PARTS;) {
    if (view.getUint32(at) === 0x0a0d0d0a) little = view.getUint32(at + 8) === 0x4d3c2b1a;
    const type = view.getUint32(at, little);
    const length = view.getUint32(at + 4, little);
    const to = at + length;
    fields.push({ at, size: 4, little }, { at: at + 4, size: 4, little });
    if (length < 12 || length % 4 !== 0 || to > view.byteLength) break;
    fields.push({ at: to - 4, size: 4, little });
    for (let word = at + 8; word < Math.min(at + 32, to - 4); word += 4) fields.push({ at: word, size: 4, little });
    // interface options: code and length of the first few
    if (type === 1)
      for (let option = at + 16; option + 4 < Math.min(to - 4, at + 80); option += 2)
        fields.push({ at: option, size: 2, little });
    if (type === 6) fields.push(...frameFields(view, at + 28, to - 4));
    parts.push({ from: at, to });
    at = to;
  }
  return { fields, parts };
}

function gzipFields(view) {
  return [2, 3, 8, 9]
    .map((at) => ({ at, size: 1, little: true }))
    .concat([{ at: view.byteLength - 4, size: 4, little: true }]);
}

/** Lengths and types of an Ethernet frame with IP: EtherType, header length, total length, fragment field, data offset. */
function frameFields(view, from, to) {
  const fields = [];
  const add = (at, size) => {
    if (at + size <= to) fields.push({ at, size, little: false });
  };
  add(from + 12, 2);
  if (from + 14 > to) return fields;
  let ip = from + 14;
  if (view.getUint16(from + 12) === 0x8100) {
    add(from + 16, 2);
    ip += 4;
  }
  add(ip, 1);
  if (ip >= to) return fields;
  if (view.getUint8(ip) >>> 4 === 6) {
    add(ip + 4, 2);
    add(ip + 6, 1);
    add(ip + 40, 1);
    add(ip + 41, 1);
    add(ip + 44, 2);
    return fields;
  }
  add(ip + 2, 2);
  add(ip + 6, 2);
  add(ip + 9, 1);
  add(ip + 24, 2);
  add(ip + 28, 1);
  add(ip + 32, 1);
  add(ip + 40, 2);
  return fields;
}
